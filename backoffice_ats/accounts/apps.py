from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "backoffice_ats.accounts"
    label = "accounts"

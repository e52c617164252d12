from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "backoffice_ats.shared"

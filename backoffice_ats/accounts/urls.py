"""Addresses of accounts, below `/account/`; allauth's stand beside them."""

from django.urls import path

from backoffice_ats.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.me, name="me"),
    path("people/", views.users, name="users"),
    path("people/invite/", views.user_invite, name="user_invite"),
    path("people/<int:pk>/", views.user_edit, name="user_edit"),
    path("people/<int:pk>/resend/", views.user_resend, name="user_resend"),
    path("people/<int:pk>/stop/", views.user_deactivate, name="user_deactivate"),
    path("people/<int:pk>/restart/", views.user_reactivate, name="user_reactivate"),
    path("organisation/", views.organisation, name="organisation"),
    path("logo/", views.logo, name="logo"),
    # In front of allauth's own pages of the same address.
    path("logout/", views.sign_out, name="sign_out"),
    path("email/", views.address, name="address"),
]

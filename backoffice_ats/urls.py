"""Every address of the product; each app brings its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("backoffice_ats.home.urls")),
    path("", include("positions.urls")),
    path("", include("candidates.urls")),
    path("", include("screening.urls")),
    path("", include("backoffice_ats.audit.urls")),
    path("account/", include("backoffice_ats.accounts.urls")),
    path("account/", include("allauth.urls")),
]

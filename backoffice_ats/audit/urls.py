"""Addresses of audit."""

from django.urls import path

from backoffice_ats.audit import views

app_name = "audit"
urlpatterns = [
    path("trail/", views.trail, name="trail"),
    path("positions/<slug:slug>/trail/", views.position, name="position"),
]

"""Addresses of applying, the pipeline and the record."""

from django.urls import URLPattern

app_name = "candidates"
urlpatterns: list[URLPattern] = []

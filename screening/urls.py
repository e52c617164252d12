"""Addresses of ranking, explanation and scenarios."""

from django.urls import URLPattern

app_name = "screening"
urlpatterns: list[URLPattern] = []

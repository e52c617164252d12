"""Addresses of the positions: staff pages, and the careers site."""

from django.urls import URLPattern

app_name = "positions"
urlpatterns: list[URLPattern] = []

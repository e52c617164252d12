"""Addresses of the house itself."""

from django.urls import path

from backoffice_ats.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("outbox/", views.outbox, name="outbox"),
    path("outbox/<slug:key>/", views.outbox_mail, name="outbox_mail"),
]

"""Addresses of the positions: staff pages, and the careers site."""

from django.urls import path

from positions import views

app_name = "positions"
urlpatterns = [
    path("positions/", views.position_list, name="list"),
    path("positions/new/", views.position_new, name="new"),
    path("settings/equivalence/", views.policies, name="policies"),
    path("settings/equivalence/new/", views.policy_new, name="policy_new"),
    path("settings/equivalence/<int:pk>/", views.policy_edit, name="policy_edit"),
    path(
        "settings/equivalence/<int:pk>/retire/",
        views.policy_retire,
        name="policy_retire",
    ),
    path("wording/", views.wording, name="wording"),
    # /positions/<slug>/
    path("positions/<slug:slug>/", views.overview, name="overview"),
    path("positions/<slug:slug>/definition/", views.definition, name="definition"),
    path("positions/<slug:slug>/definition/freeze/", views.freeze, name="freeze"),
    path(
        "positions/<slug:slug>/definition/<slug:part>/", views.section, name="section"
    ),
    path("positions/<slug:slug>/example/", views.example, name="example"),
    path("positions/<slug:slug>/advert/", views.advert, name="advert"),
    path("positions/<slug:slug>/publish/", views.publish, name="publish"),
    path("positions/<slug:slug>/close/", views.close, name="close"),
    path("positions/<slug:slug>/reopen/", views.reopen, name="reopen"),
    path("positions/<slug:slug>/team/", views.team, name="team"),
    path(
        "positions/<slug:slug>/team/<int:pk>/remove/",
        views.team_remove,
        name="team_remove",
    ),
    # the careers site
    path("jobs/", views.careers, name="careers"),
    path("jobs/<slug:slug>/", views.job, name="job"),
]

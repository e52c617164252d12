"""Addresses of the positions: staff pages, and the careers site."""

from django.urls import path

from positions import views

app_name = "positions"
urlpatterns = [
    path("positions/", views.position_list, name="list"),
    path("positions/new/", views.position_new, name="new"),
    # /positions/<slug>/
    path("positions/<slug:slug>/", views.overview, name="overview"),
    path("positions/<slug:slug>/definition/", views.definition, name="definition"),
    path("positions/<slug:slug>/definition/freeze/", views.freeze, name="freeze"),
    path(
        "positions/<slug:slug>/definition/<slug:part>/", views.section, name="section"
    ),
    path("positions/<slug:slug>/example/", views.example, name="example"),
    path("positions/<slug:slug>/versions/", views.versions, name="versions"),
    path("positions/<slug:slug>/versions/compare/", views.compare, name="compare"),
    path("positions/<slug:slug>/versions/<int:number>/", views.version, name="version"),
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

"""Addresses of ranking, explanation and scenarios."""

from django.urls import path

from screening.views import application, ranking, scenarios

app_name = "screening"
urlpatterns = [
    path("positions/<slug:slug>/ranking/", ranking.show_ranking, name="ranking"),
    path("applications/<int:pk>/", application.show_application, name="application"),
    path(
        "applications/<int:pk>/correct/<int:criterion>/",
        application.correct_verdict,
        name="correct",
    ),
    path("applications/<int:pk>/reveal/", application.reveal_name, name="reveal"),
    # The applicant's, bound to the session that the secret link opens.
    path("my-application/<int:pk>/scenarios/", scenarios.show_start, name="scenarios"),
    path(
        "my-application/<int:pk>/scenarios/practice/",
        scenarios.practise,
        name="scenario_practice",
    ),
    path(
        "my-application/<int:pk>/scenarios/done/",
        scenarios.show_end,
        name="scenarios_done",
    ),
    path(
        "my-application/<int:pk>/scenarios/<int:n>/",
        scenarios.answer,
        name="scenario",
    ),
]

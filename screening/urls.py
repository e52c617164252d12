"""Addresses of ranking, explanation and scenarios."""

from django.urls import path

from screening.views import (
    application,
    authoring,
    experts,
    interviews,
    meetings,
    ranking,
    referees,
    references,
    samples,
    scenarios,
    screening,
)

app_name = "screening"
urlpatterns = [
    path("positions/<slug:slug>/ranking/", ranking.show_ranking, name="ranking"),
    path("positions/<slug:slug>/finals/", ranking.show_finals, name="finals"),
    path("positions/<slug:slug>/interview/", interviews.kit, name="kit"),
    path("positions/<slug:slug>/interview/draft/", interviews.draft, name="draft_kit"),
    path(
        "positions/<slug:slug>/interview/add/",
        interviews.question_add,
        name="kit_question_add",
    ),
    path(
        "positions/<slug:slug>/interview/<int:question>/",
        interviews.question_edit,
        name="kit_question",
    ),
    path(
        "positions/<slug:slug>/interview/<int:question>/remove/",
        interviews.question_remove,
        name="kit_question_remove",
    ),
    path("positions/<slug:slug>/times/", meetings.times, name="times"),
    path(
        "positions/<slug:slug>/times/<int:slot>/take-back/",
        meetings.time_take_back,
        name="time_take_back",
    ),
    path("positions/<slug:slug>/screening/", screening.show, name="screening"),
    path("positions/<slug:slug>/screening/form/", screening.choose, name="choose_form"),
    path(
        "positions/<slug:slug>/screening/feedback/",
        screening.feedback,
        name="feedback",
    ),
    path("work-samples/", samples.samples, name="samples"),
    path("work-samples/<slug:key>/", samples.sample, name="sample"),
    # What the organisation asks, made by itself.
    path("scenarios/", authoring.forms, name="forms"),
    path("scenarios/add/", authoring.form_add, name="form_add"),
    path("scenarios/shown/<slug:key>/", authoring.built_in, name="built_in"),
    path("scenarios/<int:pk>/", authoring.form, name="form"),
    path("scenarios/<int:pk>/describe/", authoring.describe, name="form_describe"),
    path("scenarios/<int:pk>/give/", authoring.give, name="form_give"),
    path("scenarios/<int:pk>/take-back/", authoring.take_back, name="form_take_back"),
    path("scenarios/<int:pk>/remove/", authoring.remove, name="form_remove"),
    path("scenarios/<int:pk>/copy/", authoring.copy, name="form_copy"),
    path("scenarios/<int:pk>/retire/", authoring.retire, name="form_retire"),
    path("scenarios/<int:pk>/add/", authoring.scenario_add, name="scenario_add"),
    path(
        "scenarios/<int:pk>/<int:scenario>/",
        authoring.scenario_edit,
        name="scenario_edit",
    ),
    path(
        "scenarios/<int:pk>/<int:scenario>/move/",
        authoring.scenario_move,
        name="scenario_move",
    ),
    path(
        "scenarios/<int:pk>/<int:scenario>/remove/",
        authoring.scenario_remove,
        name="scenario_remove",
    ),
    path("scenarios/<int:pk>/experts/", authoring.expert_add, name="expert_add"),
    path(
        "scenarios/<int:pk>/experts/<int:expert>/remove/",
        authoring.expert_remove,
        name="expert_remove",
    ),
    path(
        "scenarios/<int:pk>/experts/<int:expert>/again/",
        authoring.expert_again,
        name="expert_again",
    ),
    path("scenarios/<int:pk>/review/", authoring.review, name="form_review"),
    # The experts', by secret link.
    path("rate/<str:token>/", experts.open_link, name="expert_link"),
    path("rating/<int:pk>/", experts.start, name="expert_start"),
    path("rating/<int:pk>/<int:n>/", experts.rate, name="expert_rate"),
    path("applications/<int:pk>/", application.show_application, name="application"),
    path(
        "applications/<int:pk>/correct/<int:criterion>/",
        application.correct_verdict,
        name="correct",
    ),
    path("applications/<int:pk>/reveal/", application.reveal_name, name="reveal"),
    path("applications/<int:pk>/interview/", interviews.interview, name="interview"),
    path(
        "applications/<int:pk>/interview/<int:n>/",
        interviews.rate,
        name="rate_interview",
    ),
    path(
        "applications/<int:pk>/interview/hand-in/",
        interviews.submit,
        name="submit_interview",
    ),
    path(
        "applications/<int:pk>/interview/change/<int:question>/",
        interviews.change,
        name="change_rating",
    ),
    path(
        "applications/<int:pk>/interview/reveal/",
        interviews.reveal,
        name="reveal_ratings",
    ),
    path("applications/<int:pk>/interview/ask/", meetings.ask, name="ask_time"),
    path(
        "applications/<int:pk>/interview/call-off/",
        meetings.call_off,
        name="call_off_meeting",
    ),
    path(
        "applications/<int:pk>/interview/missed/",
        meetings.missed,
        name="missed_meeting",
    ),
    path(
        "applications/<int:pk>/interview/calendar/",
        meetings.calendar,
        name="meeting_calendar",
    ),
    path("applications/<int:pk>/references/", references.show, name="references"),
    path(
        "applications/<int:pk>/references/ask/", references.ask, name="ask_references"
    ),
    path(
        "applications/<int:pk>/references/close/",
        references.close,
        name="close_references",
    ),
    path(
        "applications/<int:pk>/references/<int:referee>/again/",
        references.again,
        name="referee_again",
    ),
    # The referees', by secret link.
    path("refer/<str:token>/", referees.open_link, name="referee_link"),
    path("reference/<int:pk>/", referees.start, name="reference_start"),
    path("reference/<int:pk>/decline/", referees.decline, name="reference_decline"),
    path("reference/<int:pk>/<int:n>/", referees.page, name="reference_page"),
    # The applicant's, bound to the session that the secret link opens.
    path("my-application/<int:pk>/scenarios/", scenarios.show_start, name="scenarios"),
    path("my-application/<int:pk>/interview/", meetings.mine, name="my_meeting"),
    path(
        "my-application/<int:pk>/interview/call-off/",
        meetings.mine_off,
        name="my_meeting_off",
    ),
    path(
        "my-application/<int:pk>/interview/calendar/",
        meetings.mine_calendar,
        name="my_calendar",
    ),
    path("my-application/<int:pk>/referees/", references.mine, name="my_referees"),
    path(
        "my-application/<int:pk>/referees/<int:referee>/take-back/",
        references.take_back,
        name="referee_take_back",
    ),
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

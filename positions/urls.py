"""Addresses of the positions: staff pages, and the careers site."""

from django.urls import path

from positions import views

app_name = "positions"
urlpatterns = [
    path("positions/", views.position_list, name="list"),
    path("positions/new/", views.position_new, name="new"),
    path("positions/new/copy/", views.position_copy, name="copy"),
    path("positions/new/advert/", views.position_from_advert, name="from_advert"),
    path(
        "positions/new/template/<slug:key>/", views.position_template, name="template"
    ),
    path("positions/new/occupation/", views.occupation_list, name="occupations"),
    path("positions/new/occupation/<str:code>/", views.occupation, name="occupation"),
    path("positions/export/", views.position_export, name="export"),
    path("positions/views/", views.view_save, name="view_save"),
    path("positions/views/<int:pk>/", views.view_rename, name="view_rename"),
    path("positions/views/<int:pk>/delete/", views.view_delete, name="view_delete"),
    path("settings/approvals/", views.approval_steps, name="approval_steps"),
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
    path(
        "positions/<slug:slug>/duties/check/", views.check_duties, name="check_duties"
    ),
    path("positions/<slug:slug>/example/", views.example, name="example"),
    path("positions/<slug:slug>/versions/", views.versions, name="versions"),
    path("positions/<slug:slug>/versions/compare/", views.compare, name="compare"),
    path("positions/<slug:slug>/versions/<int:number>/", views.version, name="version"),
    path("positions/<slug:slug>/advert/", views.advert, name="advert"),
    path(
        "positions/<slug:slug>/advert/preview/",
        views.advert_preview,
        name="advert_preview",
    ),
    path("positions/<slug:slug>/publish/", views.publish, name="publish"),
    path("positions/<slug:slug>/pause/", views.pause, name="pause"),
    path("positions/<slug:slug>/close/", views.close, name="close"),
    path("positions/<slug:slug>/reopen/", views.reopen, name="reopen"),
    path("positions/<slug:slug>/archive/", views.archive, name="archive"),
    path("positions/<slug:slug>/restore/", views.restore, name="restore"),
    path("positions/<slug:slug>/approval/", views.approval, name="approval"),
    path(
        "positions/<slug:slug>/approval/send/",
        views.approval_send,
        name="approval_send",
    ),
    path(
        "positions/<slug:slug>/approval/withdraw/",
        views.approval_withdraw,
        name="approval_withdraw",
    ),
    path(
        "positions/<slug:slug>/approval/decide/",
        views.approval_decide,
        name="approval_decide",
    ),
    path(
        "positions/<slug:slug>/approval/comment/",
        views.approval_comment,
        name="approval_comment",
    ),
    path("positions/<slug:slug>/team/", views.team, name="team"),
    path(
        "positions/<slug:slug>/team/<int:pk>/remove/",
        views.team_remove,
        name="team_remove",
    ),
    # the administrator's word lists
    path("settings/words/", views.words, name="words"),
    path("settings/words/add/", views.word_add, name="word_add"),
    path("settings/words/silence/", views.word_silence, name="word_silence"),
    path(
        "settings/words/<int:pk>/take-back/",
        views.word_take_back,
        name="word_take_back",
    ),
    # the careers site
    path("jobs/", views.careers, name="careers"),
    path("jobs/feed.atom", views.feed, name="feed"),
    path("jobs/indeed.xml", views.indeed, name="indeed"),
    path("jobs/embed/", views.embed, name="embed"),
    path(
        "jobs/departments/<slug:slug>/feed.atom",
        views.department_feed,
        name="department_feed",
    ),
    path("jobs/<slug:slug>/", views.job, name="job"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("api/public/jobs", views.api_jobs, name="api_jobs"),
    path("api/public/jobs/<slug:slug>", views.api_job, name="api_job"),
]

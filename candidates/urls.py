"""Addresses of applying, the pipeline and the record."""

from django.urls import path

from candidates.views import (
    apply,
    asking,
    equality,
    files,
    keeping,
    mine,
    people,
    requests,
    resuming,
    staff,
    status,
)

app_name = "candidates"
urlpatterns = [
    # the public
    path("jobs/<slug:slug>/apply/", apply.apply, name="apply"),
    path("jobs/<slug:slug>/apply/sent/", apply.apply_done, name="apply_done"),
    path(
        "jobs/<slug:slug>/apply/questions/",
        equality.apply_equality,
        name="apply_equality",
    ),
    path("jobs/<slug:slug>/apply/later/", resuming.apply_later, name="apply_later"),
    path("jobs/<slug:slug>/apply/link/", resuming.link_lost, name="link_lost"),
    path("jobs/<slug:slug>/apply/<slug:step>/", apply.apply_step, name="apply_step"),
    path("status/<str:token>/", status.status_link, name="status_link"),
    path("my-application/<int:pk>/", status.status, name="status"),
    path("my-application/<int:pk>/withdraw/", status.withdraw, name="withdraw"),
    path("my-application/<int:pk>/ask/<slug:kind>/", mine.ask, name="ask"),
    path("my-application/<int:pk>/copy.json", mine.copy_data, name="copy_data"),
    path("my-application/<int:pk>/copy.zip", mine.copy_all, name="copy_all"),
    path("my-application/<int:pk>/copy.pdf", mine.copy_pdf, name="copy_pdf"),
    path("my-application/<int:pk>/files/<int:file>/", mine.own_file, name="own_file"),
    path(
        "my-application/<int:pk>/correct/you/",
        mine.correct_person,
        name="correct_person",
    ),
    path(
        "my-application/<int:pk>/correct/work/<int:row>/",
        mine.correct_job,
        name="correct_job",
    ),
    path(
        "my-application/<int:pk>/correct/education/<int:row>/",
        mine.correct_study,
        name="correct_study",
    ),
    path(
        "my-application/<int:pk>/correct/needs/",
        mine.correct_needs,
        name="correct_needs",
    ),
    # staff
    path("requests/", requests.request_list, name="requests"),
    path("requests/<int:pk>/", requests.request_answer, name="request_answer"),
    path("requests/<int:pk>/erase/", keeping.erase, name="erase"),
    path("people/keeping/", keeping.keeping, name="keeping"),
    path(
        "positions/<slug:slug>/applications.xlsx",
        files.export,
        {"kind": "xlsx"},
        name="export_xlsx",
    ),
    path(
        "positions/<slug:slug>/applications.csv",
        files.export,
        {"kind": "csv"},
        name="export_csv",
    ),
    path("positions/<slug:slug>/hold/", keeping.hold, name="hold"),
    path("positions/<slug:slug>/release/", keeping.release, name="release"),
    path("positions/<slug:slug>/pipeline/", staff.pipeline_list, name="pipeline"),
    path(
        "positions/<slug:slug>/equality/",
        equality.equality_counts,
        name="equality_counts",
    ),
    path("positions/<slug:slug>/questions/", asking.questions, name="questions"),
    path(
        "positions/<slug:slug>/questions/add/",
        asking.question_add,
        name="question_add",
    ),
    path(
        "positions/<slug:slug>/questions/<int:pk>/",
        asking.question_edit,
        name="question_edit",
    ),
    path(
        "positions/<slug:slug>/questions/<int:pk>/move/",
        asking.question_move,
        name="question_move",
    ),
    path(
        "positions/<slug:slug>/questions/<int:pk>/remove/",
        asking.question_remove,
        name="question_remove",
    ),
    path("people/", people.people, name="people"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/note/", people.note_add, name="note_add"),
    path("people/<int:pk>/tag/", people.tag_add, name="tag_add"),
    path("people/<int:pk>/tag/<int:tag>/remove/", people.tag_remove, name="tag_remove"),
    path("notes/<int:pk>/", people.note_edit, name="note_edit"),
    path("notes/<int:pk>/remove/", people.note_remove, name="note_remove"),
    path("applications/<int:pk>/move/", staff.move, name="move"),
    path("applications/<int:pk>/next/", staff.plan_next, name="plan_next"),
    path("applications/<int:pk>/tell/", staff.tell, name="tell"),
    path("documents/<int:pk>/", staff.document, name="document"),
    path("documents/<int:pk>/text/", staff.document_text, name="document_text"),
]

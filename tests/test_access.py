"""Who may open what: every address, for everybody, in one written table.

The table is the rule. A new address fails here until somebody has written down who may
open it. `member` serves on the hiring team of the position that all addresses are
about, `other` on another position's: the one sees their own objects, the other foreign
ones. `applicant` is a stranger whose browser holds the session of the application.

Words: `ok` answers, `login` sends to the login, `no` is 403, `none` is 404 (as if it
did not exist). A method that a line does not name answers 405 or one of the refusals.
"""

import copy
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.contrib.auth.decorators import login_not_required
from django.db import connection, transaction
from django.http import Http404  # noqa: TID251 -- a view of this test
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse
from django.utils import timezone
from psycopg2 import sql

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.services import invitations, people
from backoffice_ats.audit.models import Act, AuditEvent
from backoffice_ats.home import mailbox
from candidates.cv import tables
from candidates.enums import RequestKind, Visibility
from candidates.services import (
    batches,
    importing,
    letters,
    links,
    merging,
    notes,
    reading,
    renditions,
    requests,
    tags,
    wording,
)
from candidates.services.answers import Job, Study
from candidates.stages import Status
from candidates.views.drafts import MINE
from positions.enums import ListKind
from positions.services import saved_views, words
from screening.enums import FormState
from screening.instruments.public_demo import DEMO
from screening.instruments.samples import SAMPLES
from screening.models import Heartbeat
from screening.services import evaluation, guests, kits
from screening.views.experts import MINE as EXPERTS
from screening.views.referees import MINE as REFEREES
from tests import make

pytestmark = pytest.mark.django_db

PEOPLE = (
    "anonymous",
    "applicant",
    "administrator",
    "hr",
    "member",
    "other",
    "auditor",
)

OF_FORMS = (
    *("form", "form_describe", "form_give", "form_take_back", "form_remove"),
    *("form_copy", "form_retire", "form_review", "scenario_add", "scenario_edit"),
    *("scenario_move", "scenario_remove", "expert_add", "expert_remove"),
    "expert_again",
)
TABLE = """\
# address                                   anon  appl. admin hr    memb. other audit.
home                                   GET  ok    ok    ok    ok    ok    ok    ok
search                                 GET  login login ok    ok    ok    ok    ok
healthz                                GET  ok    ok    ok    ok    ok    ok    ok
readyz                                 GET  ok    ok    ok    ok    ok    ok    ok
robots                                 GET  ok    ok    ok    ok    ok    ok    ok
outbox                                 GET  ok    ok    ok    ok    ok    ok    ok
outbox_mail                            GET  ok    ok    ok    ok    ok    ok    ok
positions:policies                     GET  login login ok    no    no    no    no
positions:policy_new                   GET  login login ok    no    no    no    no
positions:policy_new                   POST login login ok    no    no    no    no
positions:policy_edit                  GET  login login ok    no    no    no    no
positions:policy_edit                  POST login login ok    no    no    no    no
positions:policy_retire                POST login login ok    no    no    no    no
positions:wording                      GET  login login ok    ok    no    no    no
positions:list                         GET  login login ok    ok    ok    ok    ok
positions:new                          GET  login login ok    ok    no    no    no
positions:new                          POST login login ok    ok    no    no    no
positions:copy                         POST login login ok    ok    no    no    no
positions:from_advert                  GET  login login ok    ok    no    no    no
positions:from_advert                  POST login login ok    ok    no    no    no
positions:template                     GET  login login ok    ok    no    no    no
positions:template                     POST login login ok    ok    no    no    no
positions:occupations                  GET  login login ok    ok    no    no    no
positions:occupation                   GET  login login ok    ok    no    no    no
positions:occupation                   POST login login ok    ok    no    no    no
positions:export                       GET  login login ok    ok    no    no    no
positions:view_save                    GET  login login ok    ok    ok    ok    ok
positions:view_save                    POST login login ok    ok    ok    ok    ok
positions:view_rename                  POST login login none  ok    none  none  none
positions:view_delete                  POST login login none  ok    none  none  none
positions:approval_steps               GET  login login ok    no    no    no    no
positions:approval_steps               POST login login ok    no    no    no    no
positions:overview                     GET  login login ok    ok    ok    none  ok
positions:definition                   GET  login login ok    ok    no    no    no
positions:freeze                       POST login login ok    ok    no    no    no
positions:section                      GET  login login ok    ok    no    no    no
positions:section                      POST login login ok    ok    no    no    no
positions:check_duties                 POST login login ok    ok    no    no    no
positions:words                        GET  login login ok    no    no    no    no
positions:word_add                     GET  login login ok    no    no    no    no
positions:word_add                     POST login login ok    no    no    no    no
positions:word_silence                 GET  login login none  no    no    no    no
positions:word_silence                 POST login login none  no    no    no    no
positions:word_take_back               POST login login ok    no    no    no    no
positions:example                      GET  login login ok    ok    no    no    no
positions:versions                     GET  login login ok    ok    ok    none  ok
positions:version                      GET  login login ok    ok    ok    none  ok
positions:compare                      GET  login login ok    ok    ok    none  ok
positions:advert                       GET  login login ok    ok    ok    none  ok
positions:advert_preview               GET  login login ok    ok    ok    none  ok
positions:publish                      GET  login login ok    ok    no    no    no
positions:publish                      POST login login ok    ok    no    no    no
positions:pause                        GET  login login ok    ok    no    no    no
positions:pause                        POST login login ok    ok    no    no    no
positions:close                        GET  login login ok    ok    no    no    no
positions:close                        POST login login ok    ok    no    no    no
positions:reopen                       GET  login login ok    ok    no    no    no
positions:reopen                       POST login login ok    ok    no    no    no
positions:archive                      GET  login login ok    ok    no    no    no
positions:archive                      POST login login ok    ok    no    no    no
positions:restore                      POST login login ok    ok    no    no    no
positions:approval                     GET  login login ok    ok    ok    none  ok
positions:approval_send                POST login login ok    ok    no    no    no
positions:approval_withdraw            POST login login ok    ok    no    no    no
positions:approval_decide              POST login login no    no    no    none  no
positions:approval_comment             POST login login ok    ok    no    none  no
positions:team                         GET  login login ok    ok    no    no    no
positions:team                         POST login login ok    ok    no    no    no
positions:team_remove                  POST login login ok    ok    no    no    no
positions:careers                      GET  ok    ok    ok    ok    ok    ok    ok
positions:job                          GET  ok    ok    ok    ok    ok    ok    ok
positions:feed                         GET  ok    ok    ok    ok    ok    ok    ok
positions:department_feed              GET  ok    ok    ok    ok    ok    ok    ok
positions:indeed                       GET  ok    ok    ok    ok    ok    ok    ok
positions:embed                        GET  ok    ok    ok    ok    ok    ok    ok
positions:sitemap                      GET  ok    ok    ok    ok    ok    ok    ok
positions:api_jobs                     GET  ok    ok    ok    ok    ok    ok    ok
positions:api_job                      GET  ok    ok    ok    ok    ok    ok    ok
candidates:apply                       GET  ok    ok    ok    ok    ok    ok    ok
candidates:apply                       POST ok    ok    ok    ok    ok    ok    ok
candidates:apply_done                  GET  none  none  none  none  none  none  none
candidates:ask                         GET  none  ok    none  none  none  none  none
candidates:ask                         POST none  ok    none  none  none  none  none
candidates:copy_all                    GET  none  ok    none  none  none  none  none
candidates:erase                       GET  login login none  none  no    no    no
candidates:erase                       POST login login none  none  no    no    no
candidates:keeping                     GET  login login ok    ok    no    no    no
candidates:export_xlsx                 GET  login login ok    ok    no    no    no
candidates:export_csv                  GET  login login ok    ok    no    no    no
candidates:plan_next                   POST login login ok    ok    no    no    no
candidates:hold                        GET  login login ok    ok    no    no    no
candidates:hold                        POST login login ok    ok    no    no    no
candidates:release                     POST login login ok    ok    no    no    no
candidates:copy_data                   GET  none  ok    none  none  none  none  none
candidates:copy_pdf                    GET  none  ok    none  none  none  none  none
candidates:own_file                    GET  none  ok    none  none  none  none  none
candidates:correct_person              GET  none  ok    none  none  none  none  none
candidates:correct_person              POST none  ok    none  none  none  none  none
candidates:add_job                     GET  none  ok    none  none  none  none  none
candidates:add_job                     POST none  ok    none  none  none  none  none
candidates:add_study                   GET  none  ok    none  none  none  none  none
candidates:add_study                   POST none  ok    none  none  none  none  none
candidates:send_cv                     GET  none  ok    none  none  none  none  none
candidates:send_cv                     POST none  ok    none  none  none  none  none
candidates:correct_job                 GET  none  ok    none  none  none  none  none
candidates:correct_job                 POST none  ok    none  none  none  none  none
candidates:correct_study               GET  none  ok    none  none  none  none  none
candidates:correct_study               POST none  ok    none  none  none  none  none
candidates:correct_needs               GET  none  none  none  none  none  none  none
candidates:correct_needs               POST none  none  none  none  none  none  none
candidates:person                      GET  login login ok    ok    none  none  ok
candidates:person_correct              GET  login login ok    ok    no    no    no
candidates:person_correct              POST login login ok    ok    no    no    no
candidates:note_add                    POST login login ok    ok    none  none  ok
candidates:note_edit                   GET  login login none  ok    none  none  none
candidates:note_edit                   POST login login none  ok    none  none  none
candidates:note_remove                 POST login login none  ok    none  none  none
candidates:tag_add                     POST login login ok    ok    no    no    no
candidates:tag_remove                  POST login login ok    ok    no    no    no
candidates:requests                    GET  login login ok    ok    no    no    no
candidates:request_answer              GET  login login ok    ok    no    no    no
candidates:request_answer              POST login login ok    ok    no    no    no
candidates:apply_equality              GET  ok    ok    ok    ok    ok    ok    ok
candidates:apply_equality              POST ok    ok    ok    ok    ok    ok    ok
candidates:equality_counts             GET  login login ok    ok    no    no    ok
candidates:apply_later                 GET  ok    ok    ok    ok    ok    ok    ok
candidates:apply_later                 POST ok    ok    ok    ok    ok    ok    ok
candidates:link_lost                   GET  ok    ok    ok    ok    ok    ok    ok
candidates:link_lost                   POST ok    ok    ok    ok    ok    ok    ok
candidates:apply_step                  GET  ok    ok    ok    ok    ok    ok    ok
candidates:apply_step                  POST ok    ok    ok    ok    ok    ok    ok
candidates:status_link                 GET  ok    ok    ok    ok    ok    ok    ok
candidates:status_link                 POST no    no    no    no    no    no    no
candidates:status                      GET  none  ok    none  none  none  none  none
candidates:withdraw                    GET  none  ok    none  none  none  none  none
candidates:withdraw                    POST none  ok    none  none  none  none  none
candidates:pipeline                    GET  login login ok    ok    ok    none  ok
candidates:board                       GET  login login ok    ok    ok    none  ok
candidates:board_move                  POST login login ok    ok    no    no    no
candidates:stages                      GET  login login ok    ok    no    no    no
candidates:stages                      POST login login ok    ok    no    no    no
candidates:move_together               GET  login login ok    ok    no    no    no
candidates:move_together               POST login login ok    ok    no    no    no
candidates:message_together            GET  login login ok    ok    no    no    no
candidates:message_together            POST login login ok    ok    no    no    no
candidates:batch                       GET  login login none  ok    no    no    no
candidates:batch_begin                 POST login login none  ok    no    no    no
candidates:batch_drop                  POST login login none  ok    no    no    no
candidates:letters                     GET  login login ok    ok    no    no    no
candidates:letter                      GET  login login ok    ok    no    no    no
candidates:letter_cancel               POST login login ok    ok    no    no    no
candidates:letter_hasten               POST login login ok    ok    no    no    no
candidates:letter_texts                GET  login login ok    ok    no    no    no
candidates:letter_text                 GET  login login ok    ok    no    no    no
candidates:letter_text                 POST login login ok    ok    no    no    no
candidates:letter_reasons              GET  login login ok    ok    no    no    no
candidates:letter_reasons              POST login login ok    ok    no    no    no
candidates:own_text_add                GET  login login ok    ok    no    no    no
candidates:own_text_add                POST login login ok    ok    no    no    no
candidates:own_text                    GET  login login ok    ok    no    no    no
candidates:own_text                    POST login login ok    ok    no    no    no
candidates:own_text_delete             POST login login ok    ok    no    no    no
candidates:add                         GET  login login ok    ok    no    no    no
candidates:add                         POST login login ok    ok    no    no    no
candidates:table_example               GET  login login ok    ok    no    no    no
candidates:import                      GET  login login ok    ok    no    no    no
candidates:import                      POST login login ok    ok    no    no    no
candidates:import_begin                POST login login ok    ok    no    no    no
candidates:import_drop                 POST login login ok    ok    no    no    no
candidates:keep_in_mind                GET  none  ok    none  none  none  none  none
candidates:keep_in_mind                POST none  ok    none  none  none  none  none
candidates:pool                        GET  login login ok    ok    no    no    no
candidates:questions                   GET  login login ok    ok    no    no    no
candidates:question_add                GET  login login ok    ok    no    no    no
candidates:question_add                POST login login ok    ok    no    no    no
candidates:question_edit               GET  login login ok    ok    no    no    no
candidates:question_edit               POST login login ok    ok    no    no    no
candidates:question_move               POST login login ok    ok    no    no    no
candidates:question_remove             POST login login ok    ok    no    no    no
candidates:people                      GET  login login ok    ok    ok    ok    ok
candidates:people_view                 POST login login ok    ok    ok    ok    ok
candidates:duplicates                  GET  login login ok    ok    no    no    no
candidates:merge                       GET  login login ok    ok    no    no    no
candidates:merge                       POST login login ok    ok    no    no    no
candidates:apart                       POST login login ok    ok    no    no    no
candidates:apart_take_back             POST login login ok    ok    no    no    no
candidates:merge_undo                  POST login login ok    ok    no    no    no
candidates:move                        GET  login login ok    ok    no    no    no
candidates:move                        POST login login ok    ok    no    no    no
candidates:tell                        POST login login ok    ok    no    no    no
candidates:document                    GET  login login ok    ok    no    no    ok
candidates:document_copy               GET  login login ok    ok    no    no    ok
candidates:document_pages              GET  login login ok    ok    no    no    ok
candidates:document_picture            GET  login login ok    ok    no    no    ok
candidates:document_text               GET  login login ok    ok    no    no    ok
screening:ranking                      GET  login login ok    ok    ok    none  ok
screening:finals                       GET  login login ok    ok    ok    none  ok
screening:application                  GET  login login ok    ok    ok    none  ok
screening:correct                      GET  login login ok    ok    no    no    no
screening:correct                      POST login login ok    ok    no    no    no
screening:reveal                       GET  login login ok    ok    no    no    no
screening:reveal                       POST login login ok    ok    no    no    no
screening:screening                    GET  login login ok    ok    ok    none  ok
screening:choose_form                  POST login login ok    ok    no    no    no
screening:feedback                     POST login login ok    ok    no    no    no
screening:forms                        GET  login login ok    ok    no    no    no
screening:form_add                     GET  login login ok    ok    no    no    no
screening:form_add                     POST login login ok    ok    no    no    no
screening:built_in                     GET  login login ok    ok    no    no    no
screening:form                         GET  login login ok    ok    no    no    no
screening:form_describe                GET  login login ok    ok    no    no    no
screening:form_describe                POST login login ok    ok    no    no    no
screening:form_give                    POST login login ok    ok    no    no    no
screening:form_take_back               POST login login ok    ok    no    no    no
screening:form_remove                  POST login login ok    ok    no    no    no
screening:form_copy                    POST login login ok    ok    no    no    no
screening:form_retire                  POST login login ok    ok    no    no    no
screening:scenario_add                 GET  login login ok    ok    no    no    no
screening:scenario_add                 POST login login ok    ok    no    no    no
screening:scenario_edit                GET  login login ok    ok    no    no    no
screening:scenario_edit                POST login login ok    ok    no    no    no
screening:scenario_move                POST login login ok    ok    no    no    no
screening:scenario_remove              POST login login ok    ok    no    no    no
screening:expert_add                   POST login login ok    ok    no    no    no
screening:expert_remove                POST login login ok    ok    no    no    no
screening:expert_again                 POST login login ok    ok    no    no    no
screening:form_review                  GET  login login ok    ok    no    no    no
screening:form_review                  POST login login ok    ok    no    no    no
screening:expert_link                  GET  ok    ok    ok    ok    ok    ok    ok
screening:expert_link                  POST no    no    no    no    no    no    no
screening:expert_start                 GET  none  ok    none  none  none  none  none
screening:expert_rate                  GET  none  ok    none  none  none  none  none
screening:expert_rate                  POST none  ok    none  none  none  none  none
screening:references                   GET  login login ok    ok    ok    none  ok
screening:ask_references               POST login login ok    ok    no    no    no
screening:close_references             POST login login ok    ok    no    no    no
screening:referee_again                POST login login ok    ok    no    no    no
screening:my_referees                  GET  none  ok    none  none  none  none  none
screening:my_referees                  POST none  ok    none  none  none  none  none
screening:referee_take_back            POST none  ok    none  none  none  none  none
screening:referee_link                 GET  ok    ok    ok    ok    ok    ok    ok
screening:referee_link                 POST no    no    no    no    no    no    no
screening:reference_start              GET  none  ok    none  none  none  none  none
screening:reference_decline            POST none  ok    none  none  none  none  none
screening:reference_page               GET  none  ok    none  none  none  none  none
screening:reference_page               POST none  ok    none  none  none  none  none
screening:kit                          GET  login login ok    ok    ok    none  ok
screening:draft_kit                    POST login login ok    ok    no    no    no
screening:kit_question_add             GET  login login ok    ok    no    no    no
screening:kit_question_add             POST login login ok    ok    no    no    no
screening:kit_question                 GET  login login ok    ok    no    no    no
screening:kit_question                 POST login login ok    ok    no    no    no
screening:kit_question_remove          POST login login ok    ok    no    no    no
screening:interview                    GET  login login ok    ok    ok    none  ok
screening:rate_interview               GET  login login ok    ok    ok    none  no
screening:rate_interview               POST login login ok    ok    ok    none  no
screening:times                        GET  login login ok    ok    no    no    no
screening:times                        POST login login ok    ok    no    no    no
screening:time_take_back               POST login login ok    ok    no    no    no
screening:ask_time                     POST login login ok    ok    no    no    no
screening:call_off_meeting             POST login login ok    ok    no    no    no
screening:missed_meeting               POST login login ok    ok    no    no    no
screening:meeting_calendar             GET  login login ok    ok    ok    none  ok
screening:my_meeting                   GET  none  ok    none  none  none  none  none
screening:my_meeting                   POST none  ok    none  none  none  none  none
screening:my_meeting_off               POST none  ok    none  none  none  none  none
screening:my_calendar                  GET  none  ok    none  none  none  none  none
screening:submit_interview             POST login login none  ok    none  none  no
screening:change_rating                GET  login login none  ok    none  none  no
screening:change_rating                POST login login none  ok    none  none  no
screening:reveal_ratings               POST login login ok    ok    no    no    no
screening:samples                      GET  login login ok    ok    no    no    no
screening:sample                       GET  login login ok    ok    no    no    no
screening:scenarios                    GET  none  ok    none  none  none  none  none
screening:scenario_practice            GET  none  ok    none  none  none  none  none
screening:scenario_practice            POST none  ok    none  none  none  none  none
screening:scenarios_done               GET  none  ok    none  none  none  none  none
screening:scenarios_done               POST none  ok    none  none  none  none  none
screening:scenario                     GET  none  ok    none  none  none  none  none
screening:scenario                     POST none  ok    none  none  none  none  none
audit:trail                            GET  login login ok    ok    no    no    ok
audit:position                         GET  login login ok    ok    no    no    ok
accounts:me                            GET  login login ok    ok    ok    ok    ok
accounts:me                            POST login login ok    ok    ok    ok    ok
accounts:users                         GET  login login ok    no    no    no    no
accounts:user_invite                   GET  login login ok    no    no    no    no
accounts:user_invite                   POST login login ok    no    no    no    no
accounts:user_edit                     GET  login login ok    no    no    no    no
accounts:user_edit                     POST login login ok    no    no    no    no
accounts:user_resend                   POST login login ok    no    no    no    no
accounts:user_deactivate               GET  login login ok    no    no    no    no
accounts:user_deactivate               POST login login ok    no    no    no    no
accounts:user_reactivate               POST login login ok    no    no    no    no
accounts:organisation                  GET  login login ok    no    no    no    no
accounts:organisation                  POST login login ok    no    no    no    no
accounts:logo                          GET  none  none  none  none  none  none  none
accounts:sign_out                      GET  ok    ok    ok    ok    ok    ok    ok
accounts:sign_out                      POST ok    ok    ok    ok    ok    ok    ok
accounts:address                       GET  login login ok    ok    ok    ok    ok
account_login                          GET  ok    ok    ok    ok    ok    ok    ok
account_login                          POST ok    ok    ok    ok    ok    ok    ok
account_logout                         GET  ok    ok    ok    ok    ok    ok    ok
account_logout                         POST ok    ok    ok    ok    ok    ok    ok
account_inactive                       GET  ok    ok    ok    ok    ok    ok    ok
account_signup                         GET  ok    ok    ok    ok    ok    ok    ok
account_signup                         POST ok    ok    ok    ok    ok    ok    ok
account_reauthenticate                 GET  login login ok    ok    ok    ok    ok
account_reauthenticate                 POST login login ok    ok    ok    ok    ok
account_email                          GET  login login ok    ok    ok    ok    ok
account_email_verification_sent        GET  ok    ok    ok    ok    ok    ok    ok
account_change_password                GET  login login ok    ok    ok    ok    ok
account_change_password                POST login login ok    ok    ok    ok    ok
account_set_password                   GET  login login ok    ok    ok    ok    ok
account_set_password                   POST login login ok    ok    ok    ok    ok
account_reset_password                 GET  ok    ok    ok    ok    ok    ok    ok
account_reset_password                 POST ok    ok    ok    ok    ok    ok    ok
account_confirm_login_code             GET  login login ok    ok    ok    ok    ok
account_confirm_login_code             POST login login ok    ok    ok    ok    ok
account_confirm_email                  GET  ok    ok    ok    ok    ok    ok    ok
account_confirm_email                  POST none  none  none  none  none  none  none
account_reset_password_from_key_done   GET  ok    ok    ok    ok    ok    ok    ok
account_reset_password_from_key        GET  ok    ok    ok    ok    ok    ok    ok
account_reset_password_from_key        POST ok    ok    ok    ok    ok    ok    ok
account_reset_password_done            GET  ok    ok    ok    ok    ok    ok    ok
mfa_index                              GET  login login ok    ok    ok    ok    ok
mfa_authenticate                       GET  login login ok    ok    ok    ok    ok
mfa_authenticate                       POST login login ok    ok    ok    ok    ok
mfa_reauthenticate                     GET  login login ok    ok    ok    ok    ok
mfa_reauthenticate                     POST login login ok    ok    ok    ok    ok
mfa_activate_totp                      GET  login login ok    ok    ok    ok    ok
mfa_activate_totp                      POST login login ok    ok    ok    ok    ok
mfa_deactivate_totp                    GET  login login none  none  none  none  none
mfa_deactivate_totp                    POST login login none  none  none  none  none
mfa_view_recovery_codes                GET  login login none  none  none  none  none
mfa_generate_recovery_codes            GET  login login ok    ok    ok    ok    ok
mfa_generate_recovery_codes            POST login login ok    ok    ok    ok    ok
mfa_download_recovery_codes            GET  login login none  none  none  none  none
mfa_download_recovery_codes            POST login login none  none  none  none  none
"""


@dataclass
class World:
    """One of everything, and a browser for everybody."""

    clients: dict[str, Client] = field(default_factory=dict)
    arguments: dict[str, object] = field(default_factory=dict)
    special: dict[str, dict[str, object]] = field(default_factory=dict)


@pytest.fixture
def world(settings, tmp_path):  # noqa: PLR0915 -- one of everything
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    make.organisation()
    hr = make.user(Role.HR_MANAGER)
    administrator = make.user(Role.ADMINISTRATOR)
    position = make.published(by=hr)
    elsewhere = make.published(by=hr)
    membership = make.member(position)
    member = membership.user
    other = make.member(elsewhere).user
    view = saved_views.save(hr, ListKind.POSITIONS, "Mine", "mine=on")
    application = make.application(
        position, work=[Job("Payroll clerk")], education=[Study("Certificate")]
    )
    document = make.document(application)
    printed = make.document(application, make.pdf(), name="cv.pdf")
    drawn = renditions.of(printed, at=timezone.now())
    assert drawn is not None
    renditions.draw(drawn.pk, at=timezone.now())
    asked = requests.ask(
        application, RequestKind.ADJUSTMENT, text="Zq secret", at=timezone.now()
    )
    reading.read_document(document.pk, at=timezone.now())
    evaluation.evaluate_application(application.pk, at=timezone.now())
    Heartbeat.objects.create(pk=1, at=timezone.now())
    invited = people.invite(
        email="new@example.org",
        name="New",
        role=Role.AUDITOR,
        by=administrator,
        at=timezone.now(),
    )
    invitations.send(invited, by=administrator)
    word = words.silence_word(
        category="vague",
        word="various",
        reason="Ours",
        by=administrator,
        at=timezone.now(),
    )
    note = notes.write(
        application,
        text="Rang.",
        visibility=Visibility.TEAM,
        by=hr,
        at=timezone.now(),
    )
    batch = batches.plan_move(
        position, [application], Status.UNDER_REVIEW, by=hr, at=timezone.now()
    )
    letters.write(application, "WITHDRAWN", at=timezone.now())
    table = tables.Table(["Name"], [["Ada"]])
    made = importing.plan_table(position, table, by=hr, at=timezone.now())
    own_text = wording.keep_own("Papers", "en-gb", wording.Text("Papers", "Bring them"))
    assert application.candidate is not None
    tag = tags.add(application.candidate, "speaks Polish")
    twin = make.application(position, name="A. Marsh").candidate
    gone = make.application(position, name="Aoife M. Marsh").candidate
    assert gone is not None
    merged = merging.merge(application.candidate, gone, by=hr, at=timezone.now())
    assert twin is not None
    both: dict[str, object] = {"pk": application.candidate_id, "other": twin.pk}
    users = {
        "administrator": administrator,
        "hr": hr,
        "member": member,
        "other": other,
        "auditor": make.user(Role.AUDITOR),
    }
    clients = {name: Client(raise_request_exception=False) for name in PEOPLE}
    for name, user in users.items():
        clients[name].force_login(user)
    session = clients["applicant"].session
    session[MINE] = [application.pk]
    form = make.scenarios(state=FormState.RATING)
    expert = make.expert(form)
    session[EXPERTS] = [expert.pk]
    referee = make.referee(application)
    offered = make.slot(position)
    make.meeting(application)
    heard, *_more = kits.draft(position)
    make.scorecard(application, hr, submit=True)
    session[REFEREES] = [referee.pk]
    session.save()
    criterion = position.criteria.earliest("order")
    question = make.question(position)
    return World(
        clients=clients,
        arguments={
            "slug": position.slug,
            "pk": application.pk,
            "criterion": criterion.pk,
            "token": links.token_for(application),
            "step": "about",
            "part": "about",
            "n": 1,
            "number": 1,
            "key": mailbox.newest()[0].key,
            "code": make.occupation().pk,
            "uidb36": "zz",
        },
        special={
            "accounts": {"pk": invited.pk},
            "candidates:import": {"pk": made.pk},
            "candidates:import_begin": {"pk": made.pk},
            "candidates:import_drop": {"pk": made.pk},
            "candidates:batch": {"pk": batch.pk},
            "candidates:batch_begin": {"pk": batch.pk},
            "candidates:batch_drop": {"pk": batch.pk},
            "candidates:letter": {"pk": application.letters.earliest("pk").pk},
            "candidates:letter_cancel": {"pk": application.letters.earliest("pk").pk},
            "candidates:letter_hasten": {"pk": application.letters.earliest("pk").pk},
            "candidates:letter_text": {"name": "receipt"},
            "candidates:own_text": {"pk": own_text.pk},
            "candidates:own_text_delete": {"pk": own_text.pk},
            "candidates:document": {"pk": document.pk},
            "candidates:document_copy": {"pk": printed.pk},
            "candidates:document_pages": {"pk": printed.pk},
            "candidates:document_picture": {"pk": printed.pk, "number": 1},
            "candidates:document_text": {"pk": document.pk},
            "candidates:question_edit": {"pk": question.pk},
            "candidates:question_move": {"pk": question.pk},
            "candidates:question_remove": {"pk": question.pk},
            "candidates:ask": {"kind": "adjustment"},
            "candidates:own_file": {"file": document.pk},
            "candidates:correct_job": {"row": application.work.earliest("pk").pk},
            "candidates:correct_study": {"row": application.studies.earliest("pk").pk},
            "candidates:request_answer": {"pk": asked.pk},
            "candidates:person": {"pk": application.candidate_id},
            "candidates:person_correct": {"pk": application.candidate_id},
            "candidates:note_add": {"pk": application.candidate_id},
            "candidates:note_edit": {"pk": note.pk},
            "candidates:note_remove": {"pk": note.pk},
            "candidates:tag_add": {"pk": application.candidate_id},
            "candidates:tag_remove": {"pk": application.candidate_id, "tag": tag.pk},
            "candidates:erase": {"pk": asked.pk},
            "candidates:merge": both,
            "candidates:apart": both,
            "candidates:apart_take_back": both,
            "candidates:merge_undo": {"pk": merged.pk},
            "positions:team_remove": {"pk": membership.pk},
            **{
                f"screening:{name}": {
                    "pk": form.pk,
                    "scenario": form.scenarios.earliest("pk").pk,
                    "expert": expert.pk,
                }
                for name in OF_FORMS
            },
            "screening:built_in": {"key": DEMO.key},
            "screening:sample": {"key": SAMPLES[0].key},
            "screening:expert_link": {"token": guests.token_for(expert)},
            "screening:time_take_back": {"slot": offered.pk},
            "screening:kit_question": {"question": heard.pk},
            "screening:kit_question_remove": {"question": heard.pk},
            "screening:change_rating": {"question": heard.pk},
            "screening:expert_start": {"pk": expert.pk},
            "screening:referee_link": {"token": guests.token_for(referee)},
            "screening:referee_again": {"referee": referee.pk},
            "screening:referee_take_back": {"referee": referee.pk},
            "screening:reference_start": {"pk": referee.pk},
            "screening:reference_decline": {"pk": referee.pk},
            "screening:reference_page": {"pk": referee.pk},
            "screening:expert_rate": {"pk": expert.pk},
            "positions:template": {"key": "accounts-payable-clerk"},
            "positions:department_feed": {"slug": "finance"},
            "positions:view_rename": {"pk": view.pk},
            "positions:view_delete": {"pk": view.pk},
            "positions:word_take_back": {"pk": word.pk},
            "positions:policy_edit": {"pk": position.policy_id},
            "positions:policy_retire": {"pk": position.policy_id},
        },
    )


def patterns(resolver=None, namespace=""):
    """List every named pattern of the URLconf, with its namespace."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            below = f"{namespace}{one.namespace}:" if one.namespace else namespace
            yield from patterns(one, below)
        elif isinstance(one, URLPattern):
            yield f"{namespace}{one.name}", one


def address(world, name, pattern):
    """Fill in an address with the world's objects."""
    own = {
        **world.special.get(name.split(":")[0], {}),
        **world.special.get(name, {}),
    }
    needed = pattern.pattern.regex.groupindex
    arguments = {**world.arguments, **own}
    return reverse(name, kwargs={key: arguments[key] for key in needed})


def told(response):
    """Say an answer in the words of the table."""
    if response.status_code == 302 and "/account/login/" in response.url:
        return "login"
    words = {403: "no", 404: "none", 405: "verb"}
    if response.status_code >= 500:
        return f"broken {response.status_code}"
    return words.get(response.status_code, "ok")


def ask(client, method, url):
    """Ask, and take back whatever it changed, in the browser too."""
    cookies = copy.deepcopy(client.cookies)
    with transaction.atomic():
        response = client.get(url) if method == "GET" else client.post(url, {})
        if response.streaming:
            response.getvalue()
        transaction.set_rollback(True)
    client.cookies = cookies
    return response


def lines():
    """Read the table: (name, method) → what everybody is told."""
    table = {}
    for line in TABLE.splitlines():
        if line.startswith("#"):
            continue
        name, method, *cells = line.split()
        assert (name, method) not in table, f"{name} {method} stands there twice"
        table[name, method] = dict(zip(PEOPLE, cells, strict=True))
    return table


def test_every_address_stands_in_the_table():
    known = {name for name, _method in lines()}
    assert known == {name for name, _pattern in patterns()}


def test_everybody_gets_what_the_table_says(world):
    table = lines()
    wrong = []
    for name, pattern in patterns():
        url = address(world, name, pattern)
        for method in ("GET", "POST"):
            expected = table.get((name, method))
            for person in PEOPLE if expected else ("anonymous", "administrator"):
                seen = told(ask(world.clients[person], method, url))
                if expected is None:
                    fine = seen in {"verb", "login", "no", "none"}
                else:
                    fine = seen == expected[person]
                if not fine:
                    words = expected[person] if expected else "405"
                    wrong.append(f"{method} {name}, {person}: {seen}, not {words}")
    assert not wrong, "\n".join(wrong)


def test_staff_views_name_what_they_ask_for():
    """Whoever is not public asks for a permission, or is everybody's own."""
    everybody_s = {"search", "accounts:me", "accounts:address", "account_email"}
    for name, pattern in patterns():
        view = pattern.callback
        if name.startswith(("account_", "mfa_")) or name in everybody_s:
            continue
        public = not getattr(view, "login_required", True)
        assert public or getattr(view, "required_permission", None), name


def contents():
    """Weigh every table: rows, and a sum over what stands in them."""
    weighed = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                sql.SQL(
                    "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)"
                    " FROM {} t"
                ).format(sql.Identifier(table))
            )
            weighed[table] = cursor.fetchone()
    return weighed


def test_reading_changes_nothing(world):
    # Sessions and limits are kept by design; opening a CV leaves its line in the trail.
    kept = {
        "accounts_session",
        "django_cache",
        "audit_auditevent",
        "candidates_ratebucket",
    }
    # The order of an applicant's scenarios is drawn when the first one is opened.
    # ... and the position is held to the form.
    drawn = {"screening:scenario": {"screening_attempt", "screening_screening"}}
    table = lines()
    acts_before = set(AuditEvent.objects.values_list("pk", flat=True))
    for name, pattern in patterns():
        if (name, "GET") not in table:
            continue
        url = address(world, name, pattern)
        before = contents()
        for person in ("anonymous", "applicant", "administrator", "member", "auditor"):
            response = world.clients[person].get(url)
            if response.streaming:
                response.getvalue()
        after = contents()
        changed = {one for one in after if after[one] != before[one]}
        changed -= kept | drawn.get(name, set())
        assert not changed, f"GET {name} changed {changed}"
    left = AuditEvent.objects.exclude(pk__in=acts_before)
    assert set(left.values_list("act", flat=True)) == {Act.CV_OPENED, Act.EXPORTED}


# ---- headers ----

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
}
# The board of open positions, which is the same for every stranger.
BOARD = {
    "positions:careers",
    "positions:job",
    "positions:feed",
    "positions:department_feed",
    "positions:indeed",
    "positions:embed",
    "positions:sitemap",
    "positions:api_jobs",
    "positions:api_job",
}
# What is the same for everybody and belongs to nobody.
CACHEABLE = {"accounts:logo"} | BOARD
# Who may show it in a frame: our own page, any page; everything else nobody.
FRAMED = {
    "positions:advert_preview": ("'self'", "SAMEORIGIN"),
    "positions:embed": ("*", None),
}
PUBLIC = "public, max-age=60"
READ_BY_OTHER_SITES = {"positions:api_jobs", "positions:api_job"}
FROM_OTHER_SITES = READ_BY_OTHER_SITES | {"positions:embed"}


def check_headers(response, name):
    headers = response.headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy, name
    framed = FRAMED.get(name) if response.status_code == 200 else None
    ancestors, frame_options = framed or ("'none'", "DENY")
    rules = {rule.strip() for rule in policy.split(";")}
    expected = {rule for rule in POLICY if not rule.startswith("frame-ancestors")}
    expected.add(f"frame-ancestors {ancestors}")
    if "sandbox" not in policy:
        assert rules >= expected, name
    assert not any("*" in rule for rule in rules - expected), name
    assert headers["X-Content-Type-Options"] == "nosniff", name
    assert headers.get("X-Frame-Options") == frame_options, name
    assert headers["Referrer-Policy"] in {"same-origin", "no-referrer"}, name
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin", name
    share = "cross-origin" if name in FROM_OTHER_SITES else "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == share, name
    assert "camera=()" in headers["Permissions-Policy"], name
    readers = "*" if name in READ_BY_OTHER_SITES else None
    assert headers.get("Access-Control-Allow-Origin") == readers, name
    if name not in CACHEABLE:
        assert "no-store" in headers["Cache-Control"], name
    if headers.get("Content-Type", "").startswith("text/"):
        assert "charset=" in headers["Content-Type"], name
    for cookie in response.cookies.values():
        assert cookie["httponly"], f"{name}: {cookie.key}"
        assert cookie["samesite"] in {"Lax", "Strict"}, f"{name}: {cookie.key}"


def test_every_answer_carries_the_headers(world):
    for name, pattern in patterns():
        url = address(world, name, pattern)
        for person in ("anonymous", "applicant", "administrator", "other"):
            response = ask(world.clients[person], "GET", url)
            check_headers(response, name)
            if name in BOARD:
                signed_in = person in {"administrator", "other"}
                cache = response.headers["Cache-Control"]
                assert cache == ("private, no-store" if signed_in else PUBLIC), name
                assert "Cookie" in response.headers["Vary"], name
    for method in ("PUT", "DELETE", "OPTIONS"):
        response = getattr(world.clients["administrator"], method.lower())("/trail/")
        check_headers(response, method)


@login_not_required
def crash(_request):
    raise RuntimeError("a bug")


@login_not_required
def gone(_request):
    raise Http404


class Broken:
    """A URLconf in which everything goes wrong."""

    urlpatterns = [
        path("crash", crash, name="crash"),
        path("gone", gone, name="gone"),
        *get_resolver().url_patterns,
    ]


def test_errors_carry_the_headers_too(world, settings):
    settings.ROOT_URLCONF = Broken
    client = world.clients["anonymous"]
    answers = {
        500: client.get("/crash"),
        404: client.get("/gone"),
        400: client.get("/", headers={"host": "evil.example"}),
        403: world.clients["auditor"].get("/positions/new/"),
        405: client.post("/healthz"),
    }
    for status, response in answers.items():
        assert response.status_code == status
        check_headers(response, str(status))


def test_a_form_without_its_token_is_refused_in_words(world):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = copy.deepcopy(world.clients["administrator"].cookies)
    response = strict.post("/account/", {"name": "Mallory", "theme": "DARK"})
    assert response.status_code == 403
    assert "<h1" in response.content.decode()
    check_headers(response, "csrf")


def test_every_form_is_guarded_against_other_sites(world):
    """Whatever takes a POST refuses one without a token; the secret link has its own."""
    for name, method in lines():
        if method != "POST":
            continue
        pattern = dict(patterns())[name]
        strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
        strict.cookies = copy.deepcopy(world.clients["administrator"].cookies)
        with transaction.atomic():
            response = strict.post(address(world, name, pattern), {})
            transaction.set_rollback(True)
        assert response.status_code == 403, name


def test_no_template_writes_a_style_or_a_script_into_the_page():
    """The policy would block it: styles and scripts are files."""
    wrong = []
    for file in Path(__file__).parent.parent.joinpath("templates").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        if re.search(r"""\sstyle=|\son[a-z]+=["']|<style|<script(?![^>]*src=)""", text):
            wrong.append(str(file))
    assert not wrong

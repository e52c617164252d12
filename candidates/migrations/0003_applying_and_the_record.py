import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.contrib.postgres.operations import UnaccentExtension
from django.db import migrations, models


# English stems, no stop words, accents aside: see `candidates.services.search`.
MAKE_CONFIG = """
CREATE TEXT SEARCH DICTIONARY ats_stem (TEMPLATE = snowball, Language = english);
CREATE TEXT SEARCH CONFIGURATION ats (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION ats
    ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part
    WITH unaccent, ats_stem;
"""
DROP_CONFIG = """
DROP TEXT SEARCH CONFIGURATION ats;
DROP TEXT SEARCH DICTIONARY ats_stem;
"""
# What was sent before is written into the index by the sweeper.
WANT_ALL = """
INSERT INTO candidates_searchentry (application_id, text, stale)
SELECT id, '', true FROM candidates_application WHERE status <> 'DRAFT';
"""


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0002_foundation'),
        ('positions', '0002_questions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        UnaccentExtension(),
        migrations.RunSQL(MAKE_CONFIG, DROP_CONFIG),
        migrations.CreateModel(
            name='ApplicantRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('kind', models.CharField(choices=[('ADJUSTMENT', 'An adjustment'), ('HUMAN_REVIEW', 'A second look by a person'), ('QUESTION', 'A question'), ('ERASURE', 'Erasing the data')], max_length=20, verbose_name='kind')),
                ('text', models.TextField(blank=True, max_length=4000, verbose_name='what they wrote')),
                ('asked_at', models.DateTimeField()),
                ('due_on', models.DateField(verbose_name='answer by')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.TextField(blank=True, max_length=4000, verbose_name='answer')),
            ],
            options={
                'verbose_name': 'request of an applicant',
                'verbose_name_plural': 'requests of applicants',
                'permissions': [('answer_request', 'Can read and answer requests of applicants')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('identifying', models.BooleanField(default=False)),
                ('fact', models.CharField(max_length=200, verbose_name='what')),
                ('old', models.TextField(blank=True, verbose_name='before')),
                ('new', models.TextField(blank=True, verbose_name='after')),
                ('at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'correction',
            },
        ),
        migrations.CreateModel(
            name='Hold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('reason', models.CharField(max_length=300, verbose_name='why it must be kept')),
                ('since', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'legal hold',
                'verbose_name_plural': 'legal holds',
            },
        ),
        migrations.CreateModel(
            name='LinkRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('email', models.EmailField(max_length=254)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seen_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'mention',
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('text', models.TextField(max_length=4000, verbose_name='note')),
                ('visibility', models.CharField(choices=[('TEAM', 'Everyone who hires for this position'), ('HR', 'HR only'), ('PRIVATE', 'Only me')], default='TEAM', max_length=10, verbose_name='who sees it')),
                ('written_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'note',
                'verbose_name_plural': 'notes',
            },
        ),
        migrations.CreateModel(
            name='QuestionAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True, max_length=4000, verbose_name='answer')),
                ('chosen', models.JSONField(blank=True, default=list, verbose_name='chosen')),
            ],
            options={
                'verbose_name': 'answer to a question',
                'verbose_name_plural': 'answers to questions',
            },
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True)),
                ('words', django.contrib.postgres.search.SearchVectorField(null=True)),
                ('stale', models.BooleanField(default=True)),
            ],
        ),
        migrations.CreateModel(
            name='Tag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, verbose_name='name')),
            ],
            options={
                'verbose_name': 'tag',
                'verbose_name_plural': 'tags',
            },
        ),
        migrations.CreateModel(
            name='Tombstone',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('application_key', models.BigIntegerField()),
                ('why', models.CharField(choices=[('REQUEST', 'The applicant asked for it'), ('RETENTION', 'Its time was over'), ('DRAFT', 'It was never sent')], max_length=12)),
                ('erased_at', models.DateTimeField()),
                ('submitted_month', models.DateField(blank=True, null=True)),
                ('source_token', models.CharField(blank=True, max_length=40)),
                ('status', models.CharField(choices=[('DRAFT', 'Not sent yet'), ('SUBMITTED', 'Received'), ('UNDER_REVIEW', 'Being reviewed'), ('SHORTLISTED', 'Shortlisted'), ('INTERVIEW', 'Interview'), ('OFFER', 'Offer made'), ('HIRED', 'Hired'), ('NOT_SELECTED', 'Not selected'), ('WITHDRAWN', 'Withdrawn')], max_length=20)),
                ('reason_code', models.CharField(blank=True, choices=[('ESSENTIAL_NOT_MET', 'An essential is not met'), ('LESS_EVIDENCE', 'Others showed stronger evidence of the duties'), ('INTERVIEW', 'The interview showed a gap in an essential duty'), ('REFERENCES', 'References did not support the application'), ('OFFER_DECLINED', 'The offer was declined'), ('SEATS_FILLED', 'All openings are filled'), ('POSITION_CANCELLED', 'The position was cancelled')], max_length=30)),
                ('counts', models.JSONField(default=dict)),
            ],
            options={
                'verbose_name': 'erased application',
                'verbose_name_plural': 'erased applications',
            },
        ),
        migrations.AlterModelOptions(
            name='application',
            options={'permissions': [('decide_application', 'Can move and decide applications'), ('export_application', 'Can take applications out as a file'), ('view_equality', 'Can see the counts of the voluntary answers'), ('reveal_application', 'Can see who a blind application is from')], 'verbose_name': 'application', 'verbose_name_plural': 'applications'},
        ),
        migrations.AlterModelOptions(
            name='candidate',
            options={'permissions': [('erase_person', 'Can erase people and hold what must be kept')], 'verbose_name': 'candidate', 'verbose_name_plural': 'candidates'},
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='application',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='application',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='application',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='application',
            name='link_expires_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='application',
            name='link_version',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='application',
            name='next_action',
            field=models.CharField(blank=True, max_length=200, verbose_name='next action'),
        ),
        migrations.AddField(
            model_name='application',
            name='next_action_on',
            field=models.DateField(blank=True, null=True, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='application',
            name='owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='owned_applications', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='application',
            name='reminded_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='applicationevent',
            name='next_action_on',
            field=models.DateField(blank=True, null=True, verbose_name='by'),
        ),
        migrations.AddField(
            model_name='applicationevent',
            name='owner',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='document',
            name='question',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='positions.question'),
        ),
        migrations.AddField(
            model_name='letter',
            name='by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='letter',
            name='reply_to',
            field=models.EmailField(blank=True, max_length=254),
        ),
        migrations.AlterField(
            model_name='document',
            name='sha256',
            field=models.CharField(db_index=True, max_length=64),
        ),
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('RECEIPT', 'Receipt'), ('SHORTLISTED', 'Shortlist decision'), ('INVITATION', 'Invitation to an interview'), ('OFFER', 'Offer'), ('OUTCOME', 'Outcome'), ('WITHDRAWN', 'Withdrawal confirmed'), ('RESUME_LINK', 'Link back to an application'), ('REMINDER', 'Reminder before closing'), ('ANSWER', 'Answer to a request')], max_length=20),
        ),
        migrations.AddIndex(
            model_name='application',
            index=models.Index(fields=['-submitted_at', '-id'], name='candidates_app_newest'),
        ),
        migrations.AddIndex(
            model_name='application',
            index=models.Index(fields=['code'], name='candidates_app_code'),
        ),
        migrations.AddIndex(
            model_name='candidate',
            index=django.contrib.postgres.indexes.GinIndex(fields=['name'], name='candidates_candidate_name', opclasses=['gin_trgm_ops']),
        ),
        migrations.AddField(
            model_name='applicantrequest',
            name='answered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='applicantrequest',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requests', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='correction',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='hold',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='hold',
            name='candidate',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='candidates.candidate'),
        ),
        migrations.AddField(
            model_name='hold',
            name='position',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='holds', to='positions.position'),
        ),
        migrations.AddField(
            model_name='linkrequest',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='positions.position'),
        ),
        migrations.AddField(
            model_name='mention',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='note',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='note',
            name='author',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='mention',
            name='note',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='candidates.note'),
        ),
        migrations.AddField(
            model_name='questionanswer',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='question_answers', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='questionanswer',
            name='question',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='positions.question'),
        ),
        migrations.AddField(
            model_name='searchentry',
            name='application',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='search_entry', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='tag',
            name='candidates',
            field=models.ManyToManyField(blank=True, related_name='tags', to='candidates.candidate'),
        ),
        migrations.AddField(
            model_name='tombstone',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tombstones', to='positions.position'),
        ),
        migrations.AddIndex(
            model_name='applicantrequest',
            index=models.Index(condition=models.Q(('answered_at__isnull', True)), fields=['due_on'], name='candidates_request_open'),
        ),
        migrations.AddConstraint(
            model_name='applicantrequest',
            constraint=models.CheckConstraint(condition=models.Q(('answered_at__isnull', True), ('answered_by__isnull', False), _connector='OR'), name='candidates_applicantrequest_answer_has_a_person'),
        ),
        migrations.AddIndex(
            model_name='correction',
            index=models.Index(fields=['application', 'at'], name='candidates_correction_at'),
        ),
        migrations.AddConstraint(
            model_name='hold',
            constraint=models.CheckConstraint(condition=models.Q(('candidate__isnull', True), ('position__isnull', True), _connector='XOR'), name='candidates_hold_is_of_one_thing'),
        ),
        migrations.AddIndex(
            model_name='note',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector('text', config='ats'), name='candidates_note_words'),
        ),
        migrations.AddIndex(
            model_name='note',
            index=models.Index(fields=['application', '-written_at'], name='candidates_note_written'),
        ),
        migrations.AddIndex(
            model_name='mention',
            index=models.Index(condition=models.Q(('seen_at__isnull', True)), fields=['user'], name='candidates_mention_unseen'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.UniqueConstraint(fields=('note', 'user'), name='candidates_mention_once'),
        ),
        migrations.AddConstraint(
            model_name='questionanswer',
            constraint=models.UniqueConstraint(fields=('application', 'question'), name='candidates_questionanswer_once'),
        ),
        migrations.AddIndex(
            model_name='searchentry',
            index=django.contrib.postgres.indexes.GinIndex(fields=['words'], name='candidates_search_words'),
        ),
        migrations.AddIndex(
            model_name='searchentry',
            index=models.Index(condition=models.Q(('stale', True)), fields=['application'], name='candidates_search_stale'),
        ),
        migrations.AddConstraint(
            model_name='tag',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('name'), name='candidates_tag_name'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_applicationevent" ("candidate_id", "code", "created_at", "decided_at", "decided_by_id", "duplicate_of_id", "id", "import_key", "next_action_on", "outcome_sent_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason_code", "reference", "source", "source_token", "status", "submitted_at", "suspected_spam", "updated_at") VALUES (NEW."candidate_id", NEW."code", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."duplicate_of_id", NEW."id", NEW."import_key", NEW."next_action_on", NEW."outcome_sent_at", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_id", NEW."reason_code", NEW."reference", NEW."source", NEW."source_token", NEW."status", NEW."submitted_at", NEW."suspected_spam", NEW."updated_at"); RETURN NULL;', hash='1021c9206c5e44e7e08e2904394ceeef864f1ded', operation='INSERT', pgid='pgtrigger_insert_insert_2038f', table='candidates_application', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."candidate_id" IS DISTINCT FROM (NEW."candidate_id") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."duplicate_of_id" IS DISTINCT FROM (NEW."duplicate_of_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."import_key" IS DISTINCT FROM (NEW."import_key") OR OLD."next_action_on" IS DISTINCT FROM (NEW."next_action_on") OR OLD."outcome_sent_at" IS DISTINCT FROM (NEW."outcome_sent_at") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."position_id" IS DISTINCT FROM (NEW."position_id") OR OLD."reason_code" IS DISTINCT FROM (NEW."reason_code") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."source_token" IS DISTINCT FROM (NEW."source_token") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."suspected_spam" IS DISTINCT FROM (NEW."suspected_spam") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))', func='INSERT INTO "candidates_applicationevent" ("candidate_id", "code", "created_at", "decided_at", "decided_by_id", "duplicate_of_id", "id", "import_key", "next_action_on", "outcome_sent_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason_code", "reference", "source", "source_token", "status", "submitted_at", "suspected_spam", "updated_at") VALUES (NEW."candidate_id", NEW."code", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."duplicate_of_id", NEW."id", NEW."import_key", NEW."next_action_on", NEW."outcome_sent_at", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_id", NEW."reason_code", NEW."reference", NEW."source", NEW."source_token", NEW."status", NEW."submitted_at", NEW."suspected_spam", NEW."updated_at"); RETURN NULL;', hash='8ec0a67f7385a63fc796cbd8c6b132d1b2bfbce1', operation='UPDATE', pgid='pgtrigger_update_update_813da', table='candidates_application', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_applicationevent" ("candidate_id", "code", "created_at", "decided_at", "decided_by_id", "duplicate_of_id", "id", "import_key", "next_action_on", "outcome_sent_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason_code", "reference", "source", "source_token", "status", "submitted_at", "suspected_spam", "updated_at") VALUES (OLD."candidate_id", OLD."code", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."duplicate_of_id", OLD."id", OLD."import_key", OLD."next_action_on", OLD."outcome_sent_at", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_id", OLD."reason_code", OLD."reference", OLD."source", OLD."source_token", OLD."status", OLD."submitted_at", OLD."suspected_spam", OLD."updated_at"); RETURN NULL;', hash='bdcdbac28d33630c08c934a9b5b549cfd393354f', operation='DELETE', pgid='pgtrigger_delete_delete_951a2', table='candidates_application', when='AFTER')),
        ),
        migrations.RunSQL(WANT_ALL, migrations.RunSQL.noop),
    ]

import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    # The steps that led here, for installations that took them one by one.
    replaces = [
        ("candidates", "0002_initial"),
        ("candidates", "0003_application_duplicate_of"),
        ("candidates", "0004_application_scenarios"),
        ("candidates", "0005_source_token"),
        ("candidates", "0006_seats"),
        ("candidates", "0007_requirement_answers"),
    ]

    initial = True

    dependencies = [
        ('candidates', '0001_foundation'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('positions', '0001_foundation'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='accomplishment',
            name='duty',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='positions.duty'),
        ),
        migrations.AddField(
            model_name='application',
            name='decided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='application',
            name='duplicate_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='duplicates', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='application',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='positions.position'),
        ),
        migrations.AddField(
            model_name='accomplishment',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='accomplishments', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='applicationevent',
            name='decided_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='applicationevent',
            name='duplicate_of',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='applicationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='applicationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='applicationevent',
            name='position',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.position'),
        ),
        migrations.AddIndex(
            model_name='candidate',
            index=models.Index(django.db.models.functions.text.Lower('email'), name='candidates_candidate_email'),
        ),
        migrations.AddField(
            model_name='applicationevent',
            name='candidate',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.candidate'),
        ),
        migrations.AddField(
            model_name='application',
            name='candidate',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='candidates.candidate'),
        ),
        migrations.AddField(
            model_name='document',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='educationentry',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='studies', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='letter',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='letters', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='requirementanswer',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requirement_answers', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='requirementanswer',
            name='requirement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='positions.requirement'),
        ),
        migrations.AddField(
            model_name='seat',
            name='application',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='seat', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='seat',
            name='opening',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='seat', to='positions.opening'),
        ),
        migrations.AddField(
            model_name='statuschange',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='statuschange',
            name='by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='statuschangeevent',
            name='application',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='statuschangeevent',
            name='by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='statuschangeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='statuschangeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='candidates.statuschange'),
        ),
        migrations.AddField(
            model_name='workduty',
            name='duty',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='positions.duty'),
        ),
        migrations.AddField(
            model_name='workentry',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='work', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='workduty',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='candidates.workentry'),
        ),
        migrations.AddConstraint(
            model_name='accomplishment',
            constraint=models.UniqueConstraint(fields=('application', 'duty'), name='candidates_accomplishment_once'),
        ),
        migrations.AddIndex(
            model_name='application',
            index=models.Index(fields=['position', 'status'], name='candidates_app_status'),
        ),
        migrations.AddIndex(
            model_name='application',
            index=models.Index(fields=['position', '-submitted_at'], name='candidates_app_submitted'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.CheckConstraint(condition=models.Q(('status', 'DRAFT'), models.Q(('candidate__isnull', False), ('reference__isnull', False), ('submitted_at__isnull', False)), _connector='OR'), name='candidates_application_submitted_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'NOT_SELECTED'), _negated=True), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), models.Q(('reason_code', ''), _negated=True)), _connector='OR'), name='candidates_application_no_without_person_and_reason'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('position', 'code'), name='candidates_application_code'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_applicationevent" ("candidate_id", "code", "created_at", "decided_at", "decided_by_id", "duplicate_of_id", "id", "import_key", "outcome_sent_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason_code", "reference", "source", "source_token", "status", "submitted_at", "suspected_spam", "updated_at") VALUES (NEW."candidate_id", NEW."code", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."duplicate_of_id", NEW."id", NEW."import_key", NEW."outcome_sent_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_id", NEW."reason_code", NEW."reference", NEW."source", NEW."source_token", NEW."status", NEW."submitted_at", NEW."suspected_spam", NEW."updated_at"); RETURN NULL;', hash='722fbe95fa8cb0259064bb4692a18aac69a53f94', operation='INSERT', pgid='pgtrigger_insert_insert_2038f', table='candidates_application', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."candidate_id" IS DISTINCT FROM (NEW."candidate_id") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."duplicate_of_id" IS DISTINCT FROM (NEW."duplicate_of_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."import_key" IS DISTINCT FROM (NEW."import_key") OR OLD."outcome_sent_at" IS DISTINCT FROM (NEW."outcome_sent_at") OR OLD."position_id" IS DISTINCT FROM (NEW."position_id") OR OLD."reason_code" IS DISTINCT FROM (NEW."reason_code") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."source_token" IS DISTINCT FROM (NEW."source_token") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."suspected_spam" IS DISTINCT FROM (NEW."suspected_spam") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))', func='INSERT INTO "candidates_applicationevent" ("candidate_id", "code", "created_at", "decided_at", "decided_by_id", "duplicate_of_id", "id", "import_key", "outcome_sent_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason_code", "reference", "source", "source_token", "status", "submitted_at", "suspected_spam", "updated_at") VALUES (NEW."candidate_id", NEW."code", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."duplicate_of_id", NEW."id", NEW."import_key", NEW."outcome_sent_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_id", NEW."reason_code", NEW."reference", NEW."source", NEW."source_token", NEW."status", NEW."submitted_at", NEW."suspected_spam", NEW."updated_at"); RETURN NULL;', hash='dc9eeb023c993f7d065cfc65a0918c2313533dcd', operation='UPDATE', pgid='pgtrigger_update_update_813da', table='candidates_application', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_applicationevent" ("candidate_id", "code", "created_at", "decided_at", "decided_by_id", "duplicate_of_id", "id", "import_key", "outcome_sent_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason_code", "reference", "source", "source_token", "status", "submitted_at", "suspected_spam", "updated_at") VALUES (OLD."candidate_id", OLD."code", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."duplicate_of_id", OLD."id", OLD."import_key", OLD."outcome_sent_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_id", OLD."reason_code", OLD."reference", OLD."source", OLD."source_token", OLD."status", OLD."submitted_at", OLD."suspected_spam", OLD."updated_at"); RETURN NULL;', hash='02920b07bcc24bc10c68147e65a0922e34ecec7d', operation='DELETE', pgid='pgtrigger_delete_delete_951a2', table='candidates_application', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('state', 'WAITING')), fields=['next_try_at'], name='candidates_document_waiting'),
        ),
        migrations.AddConstraint(
            model_name='educationentry',
            constraint=models.UniqueConstraint(fields=('application', 'source', 'order'), name='candidates_educationentry_order'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(condition=models.Q(('sent_at__isnull', True)), fields=['next_try_at'], name='candidates_letter_unsent'),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'RECEIPT')), fields=('application', 'kind'), name='candidates_letter_one_receipt'),
        ),
        migrations.AddConstraint(
            model_name='requirementanswer',
            constraint=models.UniqueConstraint(fields=('application', 'requirement'), name='candidates_requirementanswer_once'),
        ),
        migrations.AddConstraint(
            model_name='requirementanswer',
            constraint=models.CheckConstraint(condition=models.Q(('level__isnull', True), ('level__lte', 6), _connector='OR'), name='candidates_requirementanswer_level'),
        ),
        migrations.AddIndex(
            model_name='statuschange',
            index=models.Index(fields=['application', 'at'], name='candidates_change_at'),
        ),
        migrations.AddConstraint(
            model_name='statuschange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('new', 'NOT_SELECTED'), _negated=True), models.Q(('by__isnull', False), models.Q(('reason_code', ''), _negated=True)), _connector='OR'), name='candidates_statuschange_no_needs_person_and_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statuschange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_statuschangeevent" ("application_id", "at", "by_id", "id", "new", "old", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_code") VALUES (NEW."application_id", NEW."at", NEW."by_id", NEW."id", NEW."new", NEW."old", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason_code"); RETURN NULL;', hash='f8b93ce509273a1fbf54a70cc06ba7db0e16d382', operation='INSERT', pgid='pgtrigger_insert_insert_11375', table='candidates_statuschange', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='workentry',
            constraint=models.UniqueConstraint(fields=('application', 'source', 'order'), name='candidates_workentry_order'),
        ),
        migrations.AddConstraint(
            model_name='workduty',
            constraint=models.UniqueConstraint(fields=('entry', 'duty'), name='candidates_workduty_once'),
        ),
    ]

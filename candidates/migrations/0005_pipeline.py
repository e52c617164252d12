import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0004_vault'),
        ('positions', '0002_questions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Batch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('kind', models.CharField(choices=[('MOVE', 'Move'), ('MESSAGE', 'Message')], max_length=10)),
                ('to', models.CharField(blank=True, choices=[('DRAFT', 'Not sent yet'), ('SUBMITTED', 'Received'), ('UNDER_REVIEW', 'Being reviewed'), ('SHORTLISTED', 'Shortlisted'), ('INTERVIEW', 'Interview'), ('OFFER', 'Offer made'), ('HIRED', 'Hired'), ('NOT_SELECTED', 'Not selected'), ('WITHDRAWN', 'Withdrawn')], max_length=20)),
                ('note', models.TextField(blank=True, max_length=2000)),
                ('tell', models.BooleanField(default=False)),
                ('subject', models.CharField(blank=True, max_length=200)),
                ('body', models.TextField(blank=True, max_length=6000)),
                ('leave_at', models.DateTimeField(blank=True, null=True)),
                ('planned_at', models.DateTimeField()),
                ('begun_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'batch',
                'verbose_name_plural': 'batches',
            },
        ),
        migrations.CreateModel(
            name='BatchItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason_code', models.CharField(blank=True, choices=[('ESSENTIAL_NOT_MET', 'An essential is not met'), ('LESS_EVIDENCE', 'Others showed stronger evidence of the duties'), ('INTERVIEW', 'The interview showed a gap in an essential duty'), ('REFERENCES', 'References did not support the application'), ('OFFER_DECLINED', 'The offer was declined'), ('SEATS_FILLED', 'All openings are filled'), ('POSITION_CANCELLED', 'The position was cancelled')], max_length=30)),
                ('state', models.CharField(choices=[('WAITING', 'Waiting'), ('DONE', 'Done'), ('LEFT_OUT', 'Left as it was')], default='WAITING', max_length=10)),
                ('problem', models.CharField(blank=True, max_length=20)),
            ],
            options={
                'verbose_name': 'application of a batch',
            },
        ),
        migrations.CreateModel(
            name='LetterText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('name', models.CharField(blank=True, max_length=40)),
                ('title', models.CharField(blank=True, max_length=80, verbose_name='title')),
                ('language', models.CharField(max_length=10, verbose_name='language')),
                ('subject', models.CharField(max_length=200, verbose_name='subject')),
                ('body', models.TextField(max_length=6000, verbose_name='text')),
            ],
            options={
                'verbose_name': 'letter text',
                'verbose_name_plural': 'letter texts',
                'permissions': [('edit_letters', "Can say letters in the organisation's words")],
            },
        ),
        migrations.CreateModel(
            name='Pipeline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('language', models.CharField(blank=True, max_length=10, verbose_name='language of the letters')),
            ],
            options={
                'verbose_name': 'pipeline',
                'verbose_name_plural': 'pipelines',
            },
        ),
        migrations.CreateModel(
            name='Stage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('status', models.CharField(choices=[('UNDER_REVIEW', 'Being reviewed'), ('SHORTLISTED', 'Shortlisted'), ('INTERVIEW', 'Interview'), ('OFFER', 'Offer made')], max_length=20, verbose_name='counts as')),
                ('name', models.CharField(max_length=40, verbose_name='name')),
                ('number', models.PositiveSmallIntegerField()),
            ],
            options={
                'verbose_name': 'stage',
                'verbose_name_plural': 'stages',
                'ordering': ['position', 'number'],
            },
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
        pgtrigger.migrations.RemoveTrigger(
            model_name='statuschange',
            name='insert_insert',
        ),
        migrations.AddField(
            model_name='statuschange',
            name='stage',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='statuschangeevent',
            name='stage',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('RECEIPT', 'Receipt'), ('REVIEWED', 'Result of the first review'), ('SHORTLISTED', 'Shortlist decision'), ('INVITATION', 'Invitation to an interview'), ('OFFER', 'Offer'), ('OUTCOME', 'Outcome'), ('WITHDRAWN', 'Withdrawal confirmed'), ('RESUME_LINK', 'Link back to an application'), ('REMINDER', 'Reminder before closing'), ('ANSWER', 'Answer to a request'), ('MESSAGE', 'Message')], max_length=20),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(fields=['-sent_at'], name='candidates_letter_sent'),
        ),
        migrations.AddField(
            model_name='batch',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='batch',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='batches', to='positions.position'),
        ),
        migrations.AddField(
            model_name='batchitem',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='batch_items', to='candidates.application'),
        ),
        migrations.AddField(
            model_name='batchitem',
            name='batch',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='candidates.batch'),
        ),
        migrations.AddConstraint(
            model_name='lettertext',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), ('title', ''), _connector='XOR'), name='candidates_lettertext_has_name_or_title'),
        ),
        migrations.AddConstraint(
            model_name='lettertext',
            constraint=models.UniqueConstraint(condition=models.Q(('name', ''), _negated=True), fields=('name', 'language'), name='candidates_lettertext_name'),
        ),
        migrations.AddConstraint(
            model_name='lettertext',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('title'), models.F('language'), condition=models.Q(('title', ''), _negated=True), name='candidates_lettertext_title'),
        ),
        migrations.AddField(
            model_name='pipeline',
            name='position',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pipeline', to='positions.position'),
        ),
        migrations.AddField(
            model_name='stage',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stages', to='positions.position'),
        ),
        migrations.AddField(
            model_name='batch',
            name='stage',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.stage'),
        ),
        migrations.AddField(
            model_name='application',
            name='stage',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='candidates.stage'),
        ),
        migrations.AddField(
            model_name='applicationevent',
            name='stage',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.stage'),
        ),
        migrations.AddIndex(
            model_name='batchitem',
            index=models.Index(fields=['batch', 'state'], name='candidates_batchitem_state'),
        ),
        migrations.AddConstraint(
            model_name='batchitem',
            constraint=models.UniqueConstraint(fields=('batch', 'application'), name='candidates_batchitem_once'),
        ),
        migrations.AddConstraint(
            model_name='stage',
            constraint=models.UniqueConstraint(models.F('position'), django.db.models.functions.text.Lower('name'), name='candidates_stage_name'),
        ),
        migrations.AddConstraint(
            model_name='stage',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('position', 'number'), name='candidates_stage_number'),
        ),
        migrations.AddIndex(
            model_name='batch',
            index=models.Index(condition=models.Q(('begun_at__isnull', False), ('ended_at__isnull', True)), fields=['begun_at'], name='candidates_batch_running'),
        ),
    
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_applicationevent" ("candidate_id", "code", "created_at", "decided_at", "decided_by_id", "duplicate_of_id", "id", "import_key", "next_action_on", "outcome_sent_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason_code", "reference", "source", "source_token", "stage_id", "status", "submitted_at", "suspected_spam", "updated_at") VALUES (NEW."candidate_id", NEW."code", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."duplicate_of_id", NEW."id", NEW."import_key", NEW."next_action_on", NEW."outcome_sent_at", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_id", NEW."reason_code", NEW."reference", NEW."source", NEW."source_token", NEW."stage_id", NEW."status", NEW."submitted_at", NEW."suspected_spam", NEW."updated_at"); RETURN NULL;', hash='41f9884096643aba251554bd75752d5131ec2eac', operation='INSERT', pgid='pgtrigger_insert_insert_2038f', table='candidates_application', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."candidate_id" IS DISTINCT FROM (NEW."candidate_id") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."duplicate_of_id" IS DISTINCT FROM (NEW."duplicate_of_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."import_key" IS DISTINCT FROM (NEW."import_key") OR OLD."next_action_on" IS DISTINCT FROM (NEW."next_action_on") OR OLD."outcome_sent_at" IS DISTINCT FROM (NEW."outcome_sent_at") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."position_id" IS DISTINCT FROM (NEW."position_id") OR OLD."reason_code" IS DISTINCT FROM (NEW."reason_code") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."source_token" IS DISTINCT FROM (NEW."source_token") OR OLD."stage_id" IS DISTINCT FROM (NEW."stage_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."suspected_spam" IS DISTINCT FROM (NEW."suspected_spam") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))', func='INSERT INTO "candidates_applicationevent" ("candidate_id", "code", "created_at", "decided_at", "decided_by_id", "duplicate_of_id", "id", "import_key", "next_action_on", "outcome_sent_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason_code", "reference", "source", "source_token", "stage_id", "status", "submitted_at", "suspected_spam", "updated_at") VALUES (NEW."candidate_id", NEW."code", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."duplicate_of_id", NEW."id", NEW."import_key", NEW."next_action_on", NEW."outcome_sent_at", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_id", NEW."reason_code", NEW."reference", NEW."source", NEW."source_token", NEW."stage_id", NEW."status", NEW."submitted_at", NEW."suspected_spam", NEW."updated_at"); RETURN NULL;', hash='e097008a86e8c621e7ea6185154ede2c855ae34a', operation='UPDATE', pgid='pgtrigger_update_update_813da', table='candidates_application', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_applicationevent" ("candidate_id", "code", "created_at", "decided_at", "decided_by_id", "duplicate_of_id", "id", "import_key", "next_action_on", "outcome_sent_at", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason_code", "reference", "source", "source_token", "stage_id", "status", "submitted_at", "suspected_spam", "updated_at") VALUES (OLD."candidate_id", OLD."code", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."duplicate_of_id", OLD."id", OLD."import_key", OLD."next_action_on", OLD."outcome_sent_at", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_id", OLD."reason_code", OLD."reference", OLD."source", OLD."source_token", OLD."stage_id", OLD."status", OLD."submitted_at", OLD."suspected_spam", OLD."updated_at"); RETURN NULL;', hash='2ec0ca6577657fb11e18998ee28266a9e786e58e', operation='DELETE', pgid='pgtrigger_delete_delete_951a2', table='candidates_application', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statuschange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "candidates_statuschangeevent" ("application_id", "at", "by_id", "id", "new", "old", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason_code", "stage") VALUES (NEW."application_id", NEW."at", NEW."by_id", NEW."id", NEW."new", NEW."old", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason_code", NEW."stage"); RETURN NULL;', hash='7113385a2cf494d6e8842bdf0b79b176c47d31d8', operation='INSERT', pgid='pgtrigger_insert_insert_11375', table='candidates_statuschange', when='AFTER')),
        ),
    ]

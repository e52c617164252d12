import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0012_references'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('screening', '0003_scenarios'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Referee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('email', models.EmailField(max_length=254, verbose_name='email')),
                ('link_digest', models.CharField(blank=True, db_index=True, max_length=64)),
                ('invited_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField()),
                ('employer', models.CharField(blank=True, max_length=120, verbose_name='where they work')),
                ('relation', models.CharField(choices=[('SUPERVISOR', 'Supervisor'), ('SENIOR', 'More senior colleague'), ('PEER', 'Colleague')], max_length=12, verbose_name='relation')),
                ('months', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(720)], verbose_name='months of working together')),
                ('said_relation', models.CharField(blank=True, choices=[('SUPERVISOR', 'Supervisor'), ('SENIOR', 'More senior colleague'), ('PEER', 'Colleague')], max_length=12)),
                ('said_months', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(720)])),
                ('answers', models.JSONField(blank=True, default=dict)),
                ('form_version', models.CharField(blank=True, max_length=8)),
                ('again', models.CharField(blank=True, max_length=8)),
                ('comment', models.TextField(blank=True, max_length=2000, verbose_name='anything else')),
                ('may_be_read', models.BooleanField(blank=True, null=True)),
                ('declined_at', models.DateTimeField(blank=True, null=True)),
                ('blanked_at', models.DateTimeField(blank=True, null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='referees', to='candidates.application')),
            ],
            options={
                'verbose_name': 'referee',
            },
        ),
        migrations.CreateModel(
            name='RefereeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('invited_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField()),
                ('relation', models.CharField(choices=[('SUPERVISOR', 'Supervisor'), ('SENIOR', 'More senior colleague'), ('PEER', 'Colleague')], max_length=12, verbose_name='relation')),
                ('months', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(720)], verbose_name='months of working together')),
                ('said_relation', models.CharField(blank=True, choices=[('SUPERVISOR', 'Supervisor'), ('SENIOR', 'More senior colleague'), ('PEER', 'Colleague')], max_length=12)),
                ('said_months', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(720)])),
                ('form_version', models.CharField(blank=True, max_length=8)),
                ('again', models.CharField(blank=True, max_length=8)),
                ('may_be_read', models.BooleanField(blank=True, null=True)),
                ('declined_at', models.DateTimeField(blank=True, null=True)),
                ('blanked_at', models.DateTimeField(blank=True, null=True)),
                ('application', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.application')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='screening.referee')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReferenceRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reference_request', to='candidates.application')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'permissions': [('ask_reference', 'Can ask for references')],
            },
        ),
        migrations.AddIndex(
            model_name='referee',
            index=models.Index(condition=models.Q(('sent_at__isnull', True)), fields=['next_try_at'], name='screening_referee_waiting'),
        ),
        migrations.AddConstraint(
            model_name='referee',
            constraint=models.UniqueConstraint(condition=models.Q(('email', ''), _negated=True), fields=('application', 'email'), name='screening_referee_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referee',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "screening_refereeevent" ("again", "application_id", "attempts", "blanked_at", "declined_at", "done_at", "form_version", "id", "invited_at", "may_be_read", "months", "next_try_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "reminded_at", "said_months", "said_relation", "sent_at") VALUES (NEW."again", NEW."application_id", NEW."attempts", NEW."blanked_at", NEW."declined_at", NEW."done_at", NEW."form_version", NEW."id", NEW."invited_at", NEW."may_be_read", NEW."months", NEW."next_try_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."relation", NEW."reminded_at", NEW."said_months", NEW."said_relation", NEW."sent_at"); RETURN NULL;', hash='e781194e6179dd129e3b1d455497a3ce9cdc2192', operation='INSERT', pgid='pgtrigger_insert_insert_ca476', table='screening_referee', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referee',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "screening_refereeevent" ("again", "application_id", "attempts", "blanked_at", "declined_at", "done_at", "form_version", "id", "invited_at", "may_be_read", "months", "next_try_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "reminded_at", "said_months", "said_relation", "sent_at") VALUES (OLD."again", OLD."application_id", OLD."attempts", OLD."blanked_at", OLD."declined_at", OLD."done_at", OLD."form_version", OLD."id", OLD."invited_at", OLD."may_be_read", OLD."months", OLD."next_try_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."relation", OLD."reminded_at", OLD."said_months", OLD."said_relation", OLD."sent_at"); RETURN NULL;', hash='54ae77ff5da8f4f97781f027567f5e81c48cb933', operation='DELETE', pgid='pgtrigger_delete_delete_6360c', table='screening_referee', when='AFTER')),
        ),
    ]

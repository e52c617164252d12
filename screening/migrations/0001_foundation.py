import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    # The steps that led here, for installations that took them one by one.
    replaces = [
        ("screening", "0001_initial"),
        ("screening", "0002_board_and_versions"),
        ("screening", "0003_override_score"),
    ]

    initial = True

    dependencies = [
        ('candidates', '0002_foundation'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('positions', '0001_foundation'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('instrument', models.CharField(max_length=40)),
                ('seed', models.PositiveBigIntegerField()),
                ('answers', models.JSONField(default=dict)),
                ('started_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('score', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('not_scorable', models.CharField(blank=True, max_length=60)),
                ('diagnostics', models.JSONField(default=dict)),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='attempt', to='candidates.application')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Board',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shown_since', models.DateTimeField()),
                ('plan_version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='positions.planversion')),
                ('position', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='board', to='positions.position')),
            ],
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('facts', models.JSONField()),
                ('basis', models.CharField(default='', max_length=64)),
                ('engine_version', models.CharField(max_length=20)),
                ('extracted_at', models.DateTimeField()),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='candidates.application')),
                ('plan_version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='positions.planversion')),
            ],
        ),
        migrations.CreateModel(
            name='Heartbeat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='screening_heartbeat_only_one')],
            },
        ),
        migrations.CreateModel(
            name='Override',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('criterion', models.PositiveBigIntegerField()),
                ('verdict', models.CharField(choices=[('MET', 'Met'), ('NOT_MET', 'Not met'), ('UNKNOWN', 'Not yet known')], max_length=10, verbose_name='verdict')),
                ('score', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='score')),
                ('reason', models.CharField(max_length=500, verbose_name='reason')),
                ('at', models.DateTimeField()),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overrides', to='candidates.application')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'permissions': [('correct_evaluation', "Can correct a criterion's verdict")],
            },
        ),
        migrations.CreateModel(
            name='OverrideEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('criterion', models.PositiveBigIntegerField()),
                ('verdict', models.CharField(choices=[('MET', 'Met'), ('NOT_MET', 'Not met'), ('UNKNOWN', 'Not yet known')], max_length=10, verbose_name='verdict')),
                ('score', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='score')),
                ('reason', models.CharField(max_length=500, verbose_name='reason')),
                ('at', models.DateTimeField()),
                ('application', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='candidates.application')),
                ('by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='screening.override')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Work',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wanted', models.PositiveBigIntegerField(default=1)),
                ('done', models.PositiveBigIntegerField(default=0)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField()),
                ('last_error', models.CharField(blank=True, max_length=200)),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='work_row', to='candidates.application')),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='positions.position')),
            ],
        ),
        migrations.CreateModel(
            name='Evaluation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('essential_not_met', models.BooleanField()),
                ('complete', models.BooleanField()),
                ('score', models.PositiveSmallIntegerField()),
                ('low', models.PositiveSmallIntegerField()),
                ('high', models.PositiveSmallIntegerField()),
                ('results', models.JSONField()),
                ('scores', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None)),
                ('tie_key', models.CharField(max_length=16)),
                ('engine_version', models.CharField(max_length=20)),
                ('inputs_digest', models.CharField(max_length=64)),
                ('evaluated_at', models.DateTimeField()),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evaluations', to='candidates.application')),
                ('plan_version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluations', to='positions.planversion')),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evaluations', to='positions.position')),
            ],
            options={
                'verbose_name': 'evaluation',
                'verbose_name_plural': 'evaluations',
                'indexes': [models.Index(models.F('position'), models.F('plan_version'), models.F('essential_not_met'), models.OrderBy(models.F('score'), descending=True), models.F('tie_key'), name='screening_evaluation_order')],
                'constraints': [models.UniqueConstraint(fields=('application', 'plan_version'), name='screening_evaluation_once'), models.CheckConstraint(condition=models.Q(('high__gte', models.F('score')), ('high__lte', 10000), ('low__lte', models.F('score'))), name='screening_evaluation_bounds')],
            },
        ),
        migrations.AddConstraint(
            model_name='override',
            constraint=models.UniqueConstraint(fields=('application', 'criterion'), name='screening_override_once'),
        ),
        migrations.AddConstraint(
            model_name='override',
            constraint=models.CheckConstraint(condition=models.Q(('score__isnull', True), ('score__lte', 100), _connector='OR'), name='screening_override_score'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='override',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "screening_overrideevent" ("application_id", "at", "by_id", "created_at", "criterion", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score", "updated_at", "verdict") VALUES (NEW."application_id", NEW."at", NEW."by_id", NEW."created_at", NEW."criterion", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."score", NEW."updated_at", NEW."verdict"); RETURN NULL;', hash='a1ae81bbac0350c5f592c4a25ee4b49fd4d81e70', operation='INSERT', pgid='pgtrigger_insert_insert_8ac66', table='screening_override', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='override',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "screening_overrideevent" ("application_id", "at", "by_id", "created_at", "criterion", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score", "updated_at", "verdict") VALUES (NEW."application_id", NEW."at", NEW."by_id", NEW."created_at", NEW."criterion", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."score", NEW."updated_at", NEW."verdict"); RETURN NULL;', hash='ce347d4bb09e960a0809d82e24a9f50f54697130', operation='UPDATE', pgid='pgtrigger_update_update_af2f4', table='screening_override', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='override',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "screening_overrideevent" ("application_id", "at", "by_id", "created_at", "criterion", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score", "updated_at", "verdict") VALUES (OLD."application_id", OLD."at", OLD."by_id", OLD."created_at", OLD."criterion", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."score", OLD."updated_at", OLD."verdict"); RETURN NULL;', hash='75e8194c25cb2c72121772f1a729b5461bf83742', operation='DELETE', pgid='pgtrigger_delete_delete_cd10a', table='screening_override', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='work',
            index=models.Index(condition=models.Q(('done__lt', models.F('wanted'))), fields=['next_try_at'], name='screening_work_due'),
        ),
        migrations.AddIndex(
            model_name='work',
            index=models.Index(condition=models.Q(('done__lt', models.F('wanted'))), fields=['position'], name='screening_work_position'),
        ),
    ]

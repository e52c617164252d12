import django.db.models.deletion
import screening.instruments
from django.conf import settings
from django.db import migrations, models


def hold_forms(apps, schema_editor):
    """Who applies later takes the form that others have begun."""
    Attempt = apps.get_model("screening", "Attempt")
    Screening = apps.get_model("screening", "Screening")
    begun = Attempt.objects.values_list("application__position", flat=True).distinct()
    Screening.objects.bulk_create(
        Screening(position_id=position, form="working-with-others demo-1")
        for position in begun
    )


def keep_measures(apps, schema_editor):
    """What finished attempts came to, as the rows that an evaluation reads now."""
    Attempt = apps.get_model("screening", "Attempt")
    Measure = apps.get_model("screening", "Measure")
    Measure.objects.bulk_create(
        (
            Measure(
                application_id=one.application_id,
                method="SCENARIOS",
                subject="",
                value=one.score,
                error=0 if one.score is None else 887,
                count=sum(len(rated) for rated in one.answers.values()),
                reason=one.not_scorable,
                public=True,  # there was no other form yet
                at=one.finished_at,
            )
            for one in Attempt.objects.filter(finished_at__isnull=False).iterator()
        ),
        batch_size=500,
    )


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0011_corrected_by'),
        ('positions', '0003_saved_views'),
        ('screening', '0002_erased_words'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='attempt',
            name='instrument',
            field=models.CharField(max_length=60),
        ),
        migrations.CreateModel(
            name='Form',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('key', models.CharField(max_length=40)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('state', models.CharField(choices=[('DRAFT', 'Being written'), ('RATING', 'With the experts'), ('FROZEN', 'Ready to be used'), ('RETIRED', 'Retired')], default='DRAFT', max_length=8)),
                ('answer_format', models.CharField(choices=[('RATE', 'Rate each reply from 1 to 7'), ('BEST_WORST', 'Choose the best and the worst reply'), ('PICK', 'Choose the best reply')], default=screening.instruments.AnswerFormat['RATE'], max_length=12, verbose_name='how people answer')),
                ('scoring', models.CharField(choices=[('PROFILE', 'Likeness of the two profiles'), ('SAME_SIDE', 'Same side of the middle'), ('BEST_WORST', 'Right best and worst replies'), ('PICK', 'How good the chosen replies are')], default=screening.instruments.Scoring['PROFILE'], max_length=12, verbose_name='how it is scored')),
                ('sealed_key', models.TextField(blank=True)),
                ('panel', models.JSONField(blank=True, default=dict)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('frozen_at', models.DateTimeField(blank=True, null=True)),
                ('retired_at', models.DateTimeField(blank=True, null=True)),
                ('frozen_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'form of scenarios',
                'permissions': [('edit_form', 'Can write scenarios and freeze their key')],
            },
        ),
        migrations.CreateModel(
            name='Expert',
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
                ('sealed_ratings', models.TextField(blank=True)),
                ('rated', models.PositiveSmallIntegerField(default=0)),
                ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='experts', to='screening.form')),
            ],
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('method', models.CharField(choices=[('SCENARIOS', 'Scenarios'), ('INTERVIEW', 'Structured interview'), ('REFERENCE', 'References')], max_length=12)),
                ('subject', models.CharField(blank=True, max_length=40)),
                ('value', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('error', models.PositiveSmallIntegerField(default=0)),
                ('count', models.PositiveSmallIntegerField(default=0)),
                ('reason', models.CharField(blank=True, max_length=40)),
                ('public', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='candidates.application')),
            ],
        ),
        migrations.CreateModel(
            name='Scenario',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0)),
                ('dimension', models.CharField(choices=[('COURTESY', 'Courtesy and tact'), ('TEAMWORK', 'Teamwork and help'), ('SERVICE', 'Service orientation'), ('CONFLICT', 'Conflict handling'), ('COMMUNICATION', 'Clear communication')], max_length=15, verbose_name='what it is about')),
                ('stem', models.TextField(max_length=700, verbose_name='the situation')),
                ('retired_at', models.DateTimeField(blank=True, null=True)),
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scenarios', to='screening.form')),
            ],
            options={
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Option',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0)),
                ('text', models.CharField(max_length=300, verbose_name='reply')),
                ('dropped', models.CharField(blank=True, max_length=12)),
                ('scenario', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='options', to='screening.scenario')),
            ],
            options={
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Screening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('form', models.CharField(max_length=60, verbose_name='form')),
                ('feedback_from', models.DateTimeField(blank=True, null=True)),
                ('position', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='screening', to='positions.position')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='form',
            constraint=models.UniqueConstraint(fields=('key', 'version'), name='screening_form_version'),
        ),
        migrations.AddConstraint(
            model_name='form',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['DRAFT', 'RATING']), models.Q(('frozen_at__isnull', False), models.Q(('sealed_key', ''), _negated=True), models.Q(('digest', ''), _negated=True)), _connector='OR'), name='screening_form_frozen_with_key'),
        ),
        migrations.AddIndex(
            model_name='expert',
            index=models.Index(condition=models.Q(('sent_at__isnull', True)), fields=['next_try_at'], name='screening_expert_waiting'),
        ),
        migrations.AddConstraint(
            model_name='expert',
            constraint=models.UniqueConstraint(fields=('form', 'email'), name='screening_expert_once'),
        ),
        migrations.AddConstraint(
            model_name='measure',
            constraint=models.UniqueConstraint(fields=('application', 'method', 'subject'), name='screening_measure_once'),
        ),
        migrations.AddConstraint(
            model_name='measure',
            constraint=models.CheckConstraint(condition=models.Q(('value__isnull', True), ('value__lte', 10000), _connector='OR'), name='screening_measure_value'),
        ),
        migrations.RunPython(hold_forms, migrations.RunPython.noop),
        migrations.RunPython(keep_measures, migrations.RunPython.noop),
    ]

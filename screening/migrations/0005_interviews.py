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
        ('positions', '0003_saved_views'),
        ('screening', '0004_references'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='KitQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('order', models.PositiveSmallIntegerField(default=0)),
                ('criterion', models.PositiveBigIntegerField()),
                ('dimension', models.CharField(blank=True, choices=[('COURTESY', 'Courtesy and tact'), ('TEAMWORK', 'Teamwork and help'), ('SERVICE', 'Service orientation'), ('CONFLICT', 'Conflict handling'), ('COMMUNICATION', 'Clear communication')], max_length=15, verbose_name='side of working with others')),
                ('kind', models.CharField(choices=[('PAST', 'What somebody did'), ('SITUATION', 'What somebody would do')], max_length=10, verbose_name='kind')),
                ('text', models.TextField(max_length=400, verbose_name='question')),
                ('low', models.CharField(max_length=300, verbose_name='1 means')),
                ('mid', models.CharField(max_length=300, verbose_name='3 means')),
                ('high', models.CharField(max_length=300, verbose_name='5 means')),
                ('minutes', models.PositiveSmallIntegerField(default=6, validators=[django.core.validators.MaxValueValidator(60)], verbose_name='minutes')),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kit', to='positions.position')),
            ],
            options={
                'ordering': ['order', 'pk'],
                'permissions': [('rate_interview', 'Can rate an interview')],
            },
        ),
        migrations.CreateModel(
            name='InterviewRating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rating', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)])),
                ('notes', models.TextField(blank=True, max_length=4000, verbose_name='notes')),
                ('first_rating', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('changed_at', models.DateTimeField(blank=True, null=True)),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='screening.kitquestion')),
            ],
        ),
        migrations.CreateModel(
            name='Scorecard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('begun_at', models.DateTimeField()),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('revealed_at', models.DateTimeField(blank=True, null=True)),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scorecards', to='candidates.application')),
                ('rater', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scorecards', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='InterviewRatingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('rating', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)])),
                ('first_rating', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('changed_at', models.DateTimeField(blank=True, null=True)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='screening.interviewrating')),
                ('question', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='screening.kitquestion')),
                ('scorecard', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='screening.scorecard')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='interviewrating',
            name='scorecard',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='screening.scorecard'),
        ),
        migrations.AddConstraint(
            model_name='scorecard',
            constraint=models.UniqueConstraint(fields=('application', 'rater'), name='screening_scorecard_once'),
        ),
        migrations.AddConstraint(
            model_name='interviewrating',
            constraint=models.UniqueConstraint(fields=('scorecard', 'question'), name='screening_rating_once'),
        ),
        migrations.AddConstraint(
            model_name='interviewrating',
            constraint=models.CheckConstraint(condition=models.Q(('rating__isnull', True), models.Q(('rating__gte', 1), ('rating__lte', 5)), _connector='OR'), name='screening_rating_scale'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='interviewrating',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."first_rating" IS DISTINCT FROM (NEW."first_rating") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."question_id" IS DISTINCT FROM (NEW."question_id") OR OLD."rating" IS DISTINCT FROM (NEW."rating") OR OLD."scorecard_id" IS DISTINCT FROM (NEW."scorecard_id"))', func='INSERT INTO "screening_interviewratingevent" ("changed_at", "first_rating", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "rating", "scorecard_id") VALUES (NEW."changed_at", NEW."first_rating", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question_id", NEW."rating", NEW."scorecard_id"); RETURN NULL;', hash='f56bd723d86ef6e86183b51df84214c6337d56ab', operation='UPDATE', pgid='pgtrigger_update_update_95ce8', table='screening_interviewrating', when='AFTER')),
        ),
    ]

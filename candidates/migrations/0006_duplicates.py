import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from candidates import likeness

# Whom the new words are compared by is found by the worker that writes them.
WANT_ALL = "UPDATE candidates_searchentry SET stale = true;"


def fill_keys(apps, schema_editor):
    """Give everybody we know the keys by which duplicates are found."""
    Candidate = apps.get_model("candidates", "Candidate")
    office = apps.get_model("accounts", "Organisation").objects.first()
    region = office.country if office else "GB"
    everybody = Candidate.objects.only("pk", "email", "phone").order_by("pk")
    last = 0
    while some := list(everybody.filter(pk__gt=last)[:1_000]):
        for one in some:
            one.email_key = likeness.email_key(one.email)
            one.phone_key = likeness.phone_key(one.phone, region)
        Candidate.objects.bulk_update(some, ["email_key", "phone_key"])
        last = some[-1].pk


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_keeping_and_sending'),
        ('candidates', '0005_pipeline'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=200)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('city', models.CharField(blank=True, max_length=120)),
                ('taken', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), default=list, size=None)),
                ('applications', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('followers', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('tags', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('holds', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('marked', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'merge of two people',
                'verbose_name_plural': 'merges of two people',
            },
        ),
        migrations.CreateModel(
            name='Pair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('signs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('SAME_EMAIL', 'Same email address'), ('SAME_PHONE', 'Same telephone number'), ('ALIKE_EMAIL', 'Email address alike'), ('SIMILAR_NAME', 'Similar name'), ('SAME_EMPLOYER', 'Same employer'), ('SAME_SCHOOL', 'Same school')], max_length=20), default=list, size=None)),
                ('found_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('apart_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'suggested pair',
                'verbose_name_plural': 'suggested pairs',
            },
        ),
        migrations.AddField(
            model_name='candidate',
            name='email_key',
            field=models.CharField(blank=True, db_default='', max_length=320),
        ),
        migrations.AddField(
            model_name='candidate',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='merged_from', to='candidates.candidate'),
        ),
        migrations.AddField(
            model_name='candidate',
            name='phone_key',
            field=models.CharField(blank=True, db_default='', max_length=20),
        ),
        migrations.AddIndex(
            model_name='candidate',
            index=models.Index(condition=models.Q(('email_key', ''), _negated=True), fields=['email_key'], name='candidates_candidate_email_key'),
        ),
        migrations.AddIndex(
            model_name='candidate',
            index=models.Index(condition=models.Q(('phone_key', ''), _negated=True), fields=['phone_key'], name='candidates_candidate_phone_key'),
        ),
        migrations.AddField(
            model_name='merge',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='merge',
            name='kept',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merges', to='candidates.candidate'),
        ),
        migrations.AddField(
            model_name='merge',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merges_away', to='candidates.candidate'),
        ),
        migrations.AddField(
            model_name='merge',
            name='undone_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='pair',
            name='apart_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='pair',
            name='first',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.candidate'),
        ),
        migrations.AddField(
            model_name='pair',
            name='second',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='candidates.candidate'),
        ),
        migrations.AddConstraint(
            model_name='merge',
            constraint=models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('other',), name='candidates_merge_once_at_a_time'),
        ),
        migrations.AddIndex(
            model_name='pair',
            index=models.Index(fields=['-found_at', '-id'], name='candidates_pair_newest'),
        ),
        migrations.AddConstraint(
            model_name='pair',
            constraint=models.UniqueConstraint(fields=('first', 'second'), name='candidates_pair_once'),
        ),
        migrations.AddConstraint(
            model_name='pair',
            constraint=models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='candidates_pair_in_order'),
        ),
        migrations.RunPython(fill_keys, migrations.RunPython.noop),
        migrations.RunSQL(WANT_ALL, migrations.RunSQL.noop),
    ]

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    # The steps that led here, for installations that took them one by one.
    replaces = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_sessions_and_trail"),
        ("accounts", "0003_careers_site"),
    ]

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='OrganisationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('logo', models.FileField(blank=True, upload_to='organisation', verbose_name='logo')),
                ('colour', models.CharField(default='#1f4588', max_length=7, validators=[django.core.validators.RegexValidator('^#[0-9a-fA-F]{6}$', 'Enter a colour such as #1f4588: a hash and six digits.')], verbose_name='colour')),
                ('time_zone', models.CharField(default='Europe/London', max_length=60, verbose_name='time zone')),
                ('sender', models.EmailField(max_length=254, verbose_name='address that letters come from')),
                ('reply_within_days', models.PositiveSmallIntegerField(default=14, verbose_name='days until applicants hear from you after closing')),
                ('careers_heading', models.CharField(blank=True, max_length=120, verbose_name='heading of the careers page')),
                ('careers_text', models.TextField(blank=True, max_length=1000, verbose_name='introduction on the careers page')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('legal_name', models.CharField(blank=True, max_length=160, verbose_name='legal name')),
                ('street', models.CharField(blank=True, max_length=120, verbose_name='street and number')),
                ('locality', models.CharField(blank=True, max_length=80, verbose_name='town or city')),
                ('region', models.CharField(blank=True, max_length=80, verbose_name='region or county')),
                ('postal_code', models.CharField(blank=True, max_length=16, verbose_name='postcode')),
                ('country', models.CharField(default='GB', max_length=2, verbose_name='country')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('session_key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='session key')),
                ('session_data', models.TextField(verbose_name='session data')),
                ('expire_date', models.DateTimeField(db_index=True, verbose_name='expire date')),
            ],
            options={
                'verbose_name': 'session',
                'verbose_name_plural': 'sessions',
                'db_table': 'accounts_session',
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UserEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('role', models.CharField(choices=[('ADMINISTRATOR', 'Administrator'), ('HR_MANAGER', 'HR manager'), ('PANEL_MEMBER', 'Panel member'), ('AUDITOR', 'Auditor')], default='PANEL_MEMBER', max_length=20, verbose_name='role')),
                ('is_active', models.BooleanField(default=True, verbose_name='may log in')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='email address')),
                ('name', models.CharField(max_length=150, verbose_name='name')),
                ('role', models.CharField(choices=[('ADMINISTRATOR', 'Administrator'), ('HR_MANAGER', 'HR manager'), ('PANEL_MEMBER', 'Panel member'), ('AUDITOR', 'Auditor')], default='PANEL_MEMBER', max_length=20, verbose_name='role')),
                ('theme', models.CharField(choices=[('DEVICE', 'As my device'), ('LIGHT', 'Light'), ('DARK', 'Dark')], default='DEVICE', max_length=10, verbose_name='appearance')),
                ('is_active', models.BooleanField(default=True, verbose_name='may log in')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('logo', models.FileField(blank=True, upload_to='organisation', verbose_name='logo')),
                ('colour', models.CharField(default='#1f4588', max_length=7, validators=[django.core.validators.RegexValidator('^#[0-9a-fA-F]{6}$', 'Enter a colour such as #1f4588: a hash and six digits.')], verbose_name='colour')),
                ('time_zone', models.CharField(default='Europe/London', max_length=60, verbose_name='time zone')),
                ('sender', models.EmailField(max_length=254, verbose_name='address that letters come from')),
                ('reply_within_days', models.PositiveSmallIntegerField(default=14, verbose_name='days until applicants hear from you after closing')),
                ('privacy_notice', models.TextField(max_length=20000, verbose_name='privacy notice')),
                ('careers_heading', models.CharField(blank=True, max_length=120, verbose_name='heading of the careers page')),
                ('careers_text', models.TextField(blank=True, max_length=1000, verbose_name='introduction on the careers page')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('legal_name', models.CharField(blank=True, max_length=160, verbose_name='legal name')),
                ('street', models.CharField(blank=True, max_length=120, verbose_name='street and number')),
                ('locality', models.CharField(blank=True, max_length=80, verbose_name='town or city')),
                ('region', models.CharField(blank=True, max_length=80, verbose_name='region or county')),
                ('postal_code', models.CharField(blank=True, max_length=16, verbose_name='postcode')),
                ('country', models.CharField(default='GB', max_length=2, verbose_name='country')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='accounts_organisation_only_one')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_organisationevent" ("careers_heading", "careers_text", "colour", "country", "id", "legal_name", "locality", "logo", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "region", "reply_within_days", "sender", "street", "time_zone", "website") VALUES (NEW."careers_heading", NEW."careers_text", NEW."colour", NEW."country", NEW."id", NEW."legal_name", NEW."locality", NEW."logo", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postal_code", NEW."region", NEW."reply_within_days", NEW."sender", NEW."street", NEW."time_zone", NEW."website"); RETURN NULL;', hash='7d8781d2ee8bd8ea0f307df6892e963c2aee680f', operation='INSERT', pgid='pgtrigger_insert_insert_66a5c', table='accounts_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."careers_heading" IS DISTINCT FROM (NEW."careers_heading") OR OLD."careers_text" IS DISTINCT FROM (NEW."careers_text") OR OLD."colour" IS DISTINCT FROM (NEW."colour") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."legal_name" IS DISTINCT FROM (NEW."legal_name") OR OLD."locality" IS DISTINCT FROM (NEW."locality") OR OLD."logo" IS DISTINCT FROM (NEW."logo") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."postal_code" IS DISTINCT FROM (NEW."postal_code") OR OLD."region" IS DISTINCT FROM (NEW."region") OR OLD."reply_within_days" IS DISTINCT FROM (NEW."reply_within_days") OR OLD."sender" IS DISTINCT FROM (NEW."sender") OR OLD."street" IS DISTINCT FROM (NEW."street") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='INSERT INTO "accounts_organisationevent" ("careers_heading", "careers_text", "colour", "country", "id", "legal_name", "locality", "logo", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "region", "reply_within_days", "sender", "street", "time_zone", "website") VALUES (NEW."careers_heading", NEW."careers_text", NEW."colour", NEW."country", NEW."id", NEW."legal_name", NEW."locality", NEW."logo", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postal_code", NEW."region", NEW."reply_within_days", NEW."sender", NEW."street", NEW."time_zone", NEW."website"); RETURN NULL;', hash='1566ac2ec84da1c3dc03d995c7edc0726dddc1e7', operation='UPDATE', pgid='pgtrigger_update_update_9e5fc', table='accounts_organisation', when='AFTER')),
        ),
        migrations.AddField(
            model_name='organisationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='organisationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.organisation'),
        ),
        migrations.AddField(
            model_name='session',
            name='user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='userevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='userevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='role_is_active_is_superuser_events', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='accounts_user_email_lower'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userevent" ("is_active", "is_superuser", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."is_active", NEW."is_superuser", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role"); RETURN NULL;', hash='0772a0e7fa8482712efaf0af082534153bc810a6', operation='INSERT', pgid='pgtrigger_insert_insert_3867c', table='accounts_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."role" IS DISTINCT FROM (NEW."role"))', func='INSERT INTO "accounts_userevent" ("is_active", "is_superuser", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."is_active", NEW."is_superuser", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role"); RETURN NULL;', hash='b6c96810cf226edd0800ee2d339a90b814d72f68', operation='UPDATE', pgid='pgtrigger_update_update_0e890', table='accounts_user', when='AFTER')),
        ),
    ]

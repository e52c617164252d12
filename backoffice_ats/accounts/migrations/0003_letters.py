
import django.core.validators
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_keeping_and_sending'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='organisation',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='organisation',
            name='update_update',
        ),
        migrations.AddField(
            model_name='organisation',
            name='letters_language',
            field=models.CharField(default='en-gb', max_length=10, verbose_name='language of the letters'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='letters_on_weekends',
            field=models.BooleanField(default=False, verbose_name='letters leave on Saturdays and Sundays, too'),
        ),
        migrations.AddField(
            model_name='organisationevent',
            name='letters_language',
            field=models.CharField(default='en-gb', max_length=10, verbose_name='language of the letters'),
        ),
        migrations.AddField(
            model_name='organisationevent',
            name='letters_on_weekends',
            field=models.BooleanField(default=False, verbose_name='letters leave on Saturdays and Sundays, too'),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='letters_until_hour',
            field=models.PositiveSmallIntegerField(default=18, validators=[django.core.validators.MaxValueValidator(24)], verbose_name='letters leave until'),
        ),
        migrations.AlterField(
            model_name='organisationevent',
            name='letters_until_hour',
            field=models.PositiveSmallIntegerField(default=18, validators=[django.core.validators.MaxValueValidator(24)], verbose_name='letters leave until'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_organisationevent" ("careers_heading", "careers_text", "colour", "country", "id", "legal_name", "letters_from_hour", "letters_language", "letters_on_weekends", "letters_until_hour", "locality", "logo", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "region", "reply_within_days", "retention_months", "sender", "street", "time_zone", "website") VALUES (NEW."careers_heading", NEW."careers_text", NEW."colour", NEW."country", NEW."id", NEW."legal_name", NEW."letters_from_hour", NEW."letters_language", NEW."letters_on_weekends", NEW."letters_until_hour", NEW."locality", NEW."logo", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postal_code", NEW."region", NEW."reply_within_days", NEW."retention_months", NEW."sender", NEW."street", NEW."time_zone", NEW."website"); RETURN NULL;', hash='ae95d2d0a9bb02372c96b6bdfbc77eac585fd7a5', operation='INSERT', pgid='pgtrigger_insert_insert_66a5c', table='accounts_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."careers_heading" IS DISTINCT FROM (NEW."careers_heading") OR OLD."careers_text" IS DISTINCT FROM (NEW."careers_text") OR OLD."colour" IS DISTINCT FROM (NEW."colour") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."legal_name" IS DISTINCT FROM (NEW."legal_name") OR OLD."letters_from_hour" IS DISTINCT FROM (NEW."letters_from_hour") OR OLD."letters_language" IS DISTINCT FROM (NEW."letters_language") OR OLD."letters_on_weekends" IS DISTINCT FROM (NEW."letters_on_weekends") OR OLD."letters_until_hour" IS DISTINCT FROM (NEW."letters_until_hour") OR OLD."locality" IS DISTINCT FROM (NEW."locality") OR OLD."logo" IS DISTINCT FROM (NEW."logo") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."postal_code" IS DISTINCT FROM (NEW."postal_code") OR OLD."region" IS DISTINCT FROM (NEW."region") OR OLD."reply_within_days" IS DISTINCT FROM (NEW."reply_within_days") OR OLD."retention_months" IS DISTINCT FROM (NEW."retention_months") OR OLD."sender" IS DISTINCT FROM (NEW."sender") OR OLD."street" IS DISTINCT FROM (NEW."street") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='INSERT INTO "accounts_organisationevent" ("careers_heading", "careers_text", "colour", "country", "id", "legal_name", "letters_from_hour", "letters_language", "letters_on_weekends", "letters_until_hour", "locality", "logo", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "region", "reply_within_days", "retention_months", "sender", "street", "time_zone", "website") VALUES (NEW."careers_heading", NEW."careers_text", NEW."colour", NEW."country", NEW."id", NEW."legal_name", NEW."letters_from_hour", NEW."letters_language", NEW."letters_on_weekends", NEW."letters_until_hour", NEW."locality", NEW."logo", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postal_code", NEW."region", NEW."reply_within_days", NEW."retention_months", NEW."sender", NEW."street", NEW."time_zone", NEW."website"); RETURN NULL;', hash='a8d9a13c1c615fc71287e75d1a13a906a3e292d8', operation='UPDATE', pgid='pgtrigger_update_update_9e5fc', table='accounts_organisation', when='AFTER')),
        ),
    ]

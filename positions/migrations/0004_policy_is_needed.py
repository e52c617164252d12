import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("positions", "0003_copy_requirements")]

    operations = [
        migrations.RemoveConstraint(
            model_name='educationrequirement',
            name='positions_education_credits_full',
        ),
        migrations.RemoveConstraint(
            model_name='educationrequirement',
            name='positions_education_level',
        ),
        migrations.RemoveField(
            model_name='educationrequirement',
            name='credits_base',
        ),
        migrations.RemoveField(
            model_name='educationrequirement',
            name='credits_full',
        ),
        migrations.RemoveField(
            model_name='educationrequirement',
            name='fields',
        ),
        migrations.RemoveField(
            model_name='educationrequirement',
            name='level',
        ),
        migrations.RemoveField(
            model_name='educationrequirementevent',
            name='credits_base',
        ),
        migrations.RemoveField(
            model_name='educationrequirementevent',
            name='credits_full',
        ),
        migrations.RemoveField(
            model_name='educationrequirementevent',
            name='fields',
        ),
        migrations.RemoveField(
            model_name='educationrequirementevent',
            name='level',
        ),
        migrations.RemoveField(
            model_name='position',
            name='equivalence',
        ),
        migrations.RemoveField(
            model_name='positionevent',
            name='equivalence',
        ),
        migrations.AlterField(
            model_name='positionevent',
            name='policy',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.equivalencepolicy', verbose_name='how education and experience combine'),
        ),
        migrations.AlterField(
            model_name='position',
            name='policy',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='positions.equivalencepolicy', verbose_name='how education and experience combine'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='educationrequirement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_educationrequirementevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_id", NEW."reason"); RETURN NULL;', hash='ab00c498c9a4b2d89dbe1729244807aeaa6a0e68', operation='INSERT', pgid='pgtrigger_insert_insert_79629', table='positions_educationrequirement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='educationrequirement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_educationrequirementevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_id", NEW."reason"); RETURN NULL;', hash='f4c042c6e8f11d55a5f9805900686f50dde07ab5', operation='UPDATE', pgid='pgtrigger_update_update_1f621', table='positions_educationrequirement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='educationrequirement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_educationrequirementevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_id", OLD."reason"); RETURN NULL;', hash='7a8cd8755b14629dd29629d6a7df6b5d64de6e80', operation='DELETE', pgid='pgtrigger_delete_delete_cf63f', table='positions_educationrequirement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_positionevent" ("blind_review", "closed_at", "closes_at", "code", "created_at", "department", "employment", "hours_per_week", "id", "openings", "origin", "origin_key", "owner_id", "pay_currency", "pay_high", "pay_low", "pay_period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plan_reason", "policy_id", "published_at", "slug", "status", "summary", "title", "updated_at", "workplace") VALUES (NEW."blind_review", NEW."closed_at", NEW."closes_at", NEW."code", NEW."created_at", NEW."department", NEW."employment", NEW."hours_per_week", NEW."id", NEW."openings", NEW."origin", NEW."origin_key", NEW."owner_id", NEW."pay_currency", NEW."pay_high", NEW."pay_low", NEW."pay_period", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."plan_reason", NEW."policy_id", NEW."published_at", NEW."slug", NEW."status", NEW."summary", NEW."title", NEW."updated_at", NEW."workplace"); RETURN NULL;', hash='90d9b2467f71954da8fe3325b8e5d54d012219a7', operation='INSERT', pgid='pgtrigger_insert_insert_00482', table='positions_position', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_positionevent" ("blind_review", "closed_at", "closes_at", "code", "created_at", "department", "employment", "hours_per_week", "id", "openings", "origin", "origin_key", "owner_id", "pay_currency", "pay_high", "pay_low", "pay_period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plan_reason", "policy_id", "published_at", "slug", "status", "summary", "title", "updated_at", "workplace") VALUES (NEW."blind_review", NEW."closed_at", NEW."closes_at", NEW."code", NEW."created_at", NEW."department", NEW."employment", NEW."hours_per_week", NEW."id", NEW."openings", NEW."origin", NEW."origin_key", NEW."owner_id", NEW."pay_currency", NEW."pay_high", NEW."pay_low", NEW."pay_period", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."plan_reason", NEW."policy_id", NEW."published_at", NEW."slug", NEW."status", NEW."summary", NEW."title", NEW."updated_at", NEW."workplace"); RETURN NULL;', hash='4aa1df591dd72b9e9d775e110d8d6402b95a595e', operation='UPDATE', pgid='pgtrigger_update_update_0a7ed', table='positions_position', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_positionevent" ("blind_review", "closed_at", "closes_at", "code", "created_at", "department", "employment", "hours_per_week", "id", "openings", "origin", "origin_key", "owner_id", "pay_currency", "pay_high", "pay_low", "pay_period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plan_reason", "policy_id", "published_at", "slug", "status", "summary", "title", "updated_at", "workplace") VALUES (OLD."blind_review", OLD."closed_at", OLD."closes_at", OLD."code", OLD."created_at", OLD."department", OLD."employment", OLD."hours_per_week", OLD."id", OLD."openings", OLD."origin", OLD."origin_key", OLD."owner_id", OLD."pay_currency", OLD."pay_high", OLD."pay_low", OLD."pay_period", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."plan_reason", OLD."policy_id", OLD."published_at", OLD."slug", OLD."status", OLD."summary", OLD."title", OLD."updated_at", OLD."workplace"); RETURN NULL;', hash='e52da848c55752d1f1c28b82de613ed520774a69', operation='DELETE', pgid='pgtrigger_delete_delete_53479', table='positions_position', when='AFTER')),
        ),
    ]

"""Copy rules into policies, and the one course of study into a route."""

from django.db import migrations
from django.db.models import F

NAMES = {
    "COMBINATION": "They add up: 100 % from both together",
    "EITHER": "Either of them is enough",
    "BOTH": "Both are needed",
}


def copy(apps, schema_editor):
    policies = apps.get_model("positions", "EquivalencePolicy")
    for rule, name in NAMES.items():
        policy, _made = policies.objects.get_or_create(
            name=name, defaults={"rule": rule}
        )
        for model in ("Position", "PositionEvent"):
            apps.get_model("positions", model).objects.filter(
                equivalence=rule, policy=None
            ).update(policy=policy)
    routes = apps.get_model("positions", "EducationRoute")
    for one in apps.get_model("positions", "EducationRequirement").objects.all():
        routes.objects.create(
            education=one,
            order=1,
            level=one.level,
            fields=[{"name": name, "relevance": 100} for name in one.fields],
            credits_base=one.credits_base,
            credits_full=one.credits_full,
        )
    # The frozen plans keep their old form and are read as what they were.
    apps.get_model("positions", "Criterion").objects.update(final_weight=F("weight"))


def copy_back(apps, schema_editor):
    for position in apps.get_model("positions", "Position").objects.all():
        rule = position.policy.rule if position.policy else "COMBINATION"
        position.equivalence = rule if rule in NAMES else "COMBINATION"
        position.save(update_fields=["equivalence"])
    for one in apps.get_model("positions", "EducationRequirement").objects.all():
        route = one.routes.order_by("order").first()
        if route is None:
            continue
        one.level = route.level
        one.fields = [field["name"] for field in route.fields]
        one.credits_base = route.credits_base
        one.credits_full = route.credits_full
        one.save()
    apps.get_model("positions", "EducationRoute").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("positions", "0002_requirements")]

    operations = [migrations.RunPython(copy, copy_back)]

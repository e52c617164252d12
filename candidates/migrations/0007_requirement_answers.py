import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("candidates", "0006_seats"),
        ("positions", "0008_lifecycle"),
    ]

    operations = [
        migrations.CreateModel(
            name="RequirementAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("YES", "Yes"),
                            ("NO", "No"),
                            ("CANNOT_TELL", "Cannot tell"),
                        ],
                        max_length=12,
                        verbose_name="answer",
                    ),
                ),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="level"
                    ),
                ),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="requirement_answers",
                        to="candidates.application",
                    ),
                ),
                (
                    "requirement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="positions.requirement",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a requirement",
                "verbose_name_plural": "answers to requirements",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("application", "requirement"),
                        name="candidates_requirementanswer_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("level__isnull", True),
                            ("level__lte", 6),
                            _connector="OR",
                        ),
                        name="candidates_requirementanswer_level",
                    ),
                ],
            },
        ),
    ]

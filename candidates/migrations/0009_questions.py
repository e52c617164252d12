"""Answers to the position's own questions, and the files that answer them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("candidates", "0008_search_notes_and_tags"),
        ("positions", "0002_questions"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="question",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="positions.question",
            ),
        ),
        migrations.CreateModel(
            name="QuestionAnswer",
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
                    "text",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="answer"
                    ),
                ),
                (
                    "chosen",
                    models.JSONField(blank=True, default=list, verbose_name="chosen"),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="question_answers",
                        to="candidates.application",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="positions.question",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a question",
                "verbose_name_plural": "answers to questions",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("application", "question"),
                        name="candidates_questionanswer_once",
                    )
                ],
            },
        ),
    ]

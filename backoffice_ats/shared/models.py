"""Base models. Times that steer logic get their own field, never these."""

from django.db import models


class TimeStampedModel(models.Model):
    """When a row was made and last saved; for people who look, not for rules."""

    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

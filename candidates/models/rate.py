"""How much one place sends."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RateBucket(models.Model):
    """A token bucket in PostgreSQL: limits hold while Redis is away."""

    key = models.CharField(max_length=64, primary_key=True)
    tokens = models.FloatField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("rate limit")

    def __str__(self) -> str:
        return self.key[:8]

"""Who is asked by a link without an account: experts, and later referees."""

import datetime as dt
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST_WAIT = dt.timedelta(seconds=30)


class Guest(models.Model):
    """A name, an address, a secret link, and the letter that carries it."""

    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("email"))
    # SHA-256 of the secret: a copy of the database opens nothing.
    link_digest = models.CharField(max_length=64, blank=True, db_index=True)
    invited_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    # The outbox: a worker sends the letter, the sweeper rings for it again.
    sent_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        abstract = True

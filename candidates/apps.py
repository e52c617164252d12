from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CandidatesConfig(AppConfig):
    name = "candidates"

    def ready(self) -> None:
        from candidates import receivers  # noqa: F401, PLC0415 -- connects them
        from candidates.services import equality  # noqa: PLC0415 -- app ready

        def grant(using: str, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
            equality.grant(using=using)

        post_migrate.connect(
            grant, sender=self, weak=False, dispatch_uid="candidates.grant_vault"
        )

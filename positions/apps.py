from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PositionsConfig(AppConfig):
    name = "positions"

    def ready(self) -> None:
        from positions.services import policies  # noqa: PLC0415 -- app ready

        def make_standard(**_: Any) -> None:  # noqa: ANN401 -- a signal's signature
            policies.make_standard()

        post_migrate.connect(
            make_standard, sender=self, weak=False, dispatch_uid="positions.policies"
        )

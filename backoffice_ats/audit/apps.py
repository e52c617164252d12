from typing import Any

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "backoffice_ats.audit"
    label = "audit"

    def ready(self) -> None:
        from backoffice_ats.audit import checks, grants  # noqa: PLC0415 -- app ready

        def grant(using: str, **_: Any) -> None:  # noqa: ANN401 -- a signal's signature
            grants.index_trail(using=using)
            grants.grant_app_role(using=using)

        post_migrate.connect(
            grant, sender=self, weak=False, dispatch_uid="audit.grant_app_role"
        )
        register(checks.two_logins, Tags.security)

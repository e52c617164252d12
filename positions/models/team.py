"""Who hires."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from positions.enums import TeamRole
from positions.models.position import Position
from positions.models.tracking import tracked


@tracked()
class TeamMember(models.Model):
    """Somebody on the hiring team of one position."""

    position = models.ForeignKey(
        Position, on_delete=models.CASCADE, related_name="team"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="teams"
    )
    role = models.CharField(
        _("part"), max_length=20, choices=TeamRole.choices, default=TeamRole.MEMBER
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["position", "user"], name="positions_teammember_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} on #{self.position_id}"

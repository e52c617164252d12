"""People who work here, and the organisation they work for."""

from typing import Any, ClassVar

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.sessions.base_session import AbstractBaseSession
from django.core.validators import (
    MaxValueValidator,
    MinValueValidator,
    RegexValidator,
)
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from backoffice_ats.accounts import roles
from backoffice_ats.accounts.enums import Role, Theme
from backoffice_ats.shared.models import TimeStampedModel


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address."""

    def create_user(
        self,
        email: str,
        password: str | None = None,
        *,
        role: str = Role.PANEL_MEMBER,
        **fields: Any,  # noqa: ANN401 -- fields of the model
    ) -> "User":
        """Make somebody who may log in; without a password only by a reset link."""
        user = self.model(email=self.normalize_email(email), role=role, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self,
        email: str,
        password: str | None = None,
        **fields: Any,  # noqa: ANN401 -- fields of the model
    ) -> "User":
        """Make the first administrator (`manage.py createsuperuser`)."""
        fields.setdefault("name", email.split("@", maxsplit=1)[0])
        return self.create_user(
            email, password, **fields, role=Role.ADMINISTRATOR, is_superuser=True
        )


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    # What somebody may do; not how they log in or like their pages.
    fields=["role", "is_active", "is_superuser"],
    model_name="UserEvent",
)
class User(TimeStampedModel, AbstractBaseUser, PermissionsMixin):
    """Somebody who logs in. Applicants never do."""

    email = models.EmailField(_("email address"), unique=True)
    name = models.CharField(_("name"), max_length=150)
    role = models.CharField(
        _("role"), max_length=20, choices=Role.choices, default=Role.PANEL_MEMBER
    )
    theme = models.CharField(
        _("appearance"), max_length=10, choices=Theme.choices, default=Theme.DEVICE
    )
    is_active = models.BooleanField(_("may log in"), default=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_lower"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def has_perm(self, perm: str, obj: Any = None) -> bool:  # noqa: ANN401, ARG002 -- Django's signature
        """Answer from the role; whose rows is a matter of `.visible_to(user)`."""
        return self.is_active and (self.is_superuser or roles.allows(self.role, perm))

    def has_module_perms(self, app_label: str) -> bool:
        """Say whether the role holds anything at all in an app."""
        held = roles.PERMISSIONS.get(self.role, frozenset())
        return self.is_active and (
            self.is_superuser or any(p.startswith(f"{app_label}.") for p in held)
        )

    @property
    def may_run_hiring(self) -> bool:
        """Administrators and HR managers: those who keep positions moving."""
        return self.has_perm("positions.change_position")

    @property
    def initials(self) -> str:
        parts = self.name.split() or [self.email]
        return "".join(part[0] for part in (parts[0], *parts[1:][-1:])).upper()


hex_colour = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", _("Enter a colour such as #1f4588: a hash and six digits.")
)


class Session(AbstractBaseSession):
    """A session in the database that knows whose it is, so that it can be ended."""

    user = models.ForeignKey(
        User, on_delete=models.CASCADE, null=True, related_name="sessions"
    )

    class Meta(AbstractBaseSession.Meta):
        db_table = "accounts_session"


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    exclude=["created_at", "updated_at", "privacy_notice"],
)
class Organisation(TimeStampedModel):
    """The one organisation that hires here."""

    name = models.CharField(_("name"), max_length=120)
    logo = models.FileField(_("logo"), upload_to="organisation", blank=True)
    colour = models.CharField(
        _("colour"), max_length=7, default="#1f4588", validators=[hex_colour]
    )
    time_zone = models.CharField(_("time zone"), max_length=60, default="Europe/London")
    sender = models.EmailField(_("address that letters come from"))
    reply_within_days = models.PositiveSmallIntegerField(
        _("days until applicants hear from you after closing"), default=14
    )
    privacy_notice = models.TextField(_("privacy notice"), max_length=20_000)

    # How long what applicants sent is kept, and when letters may leave.
    retention_months = models.PositiveSmallIntegerField(
        _("months an application is kept after the position closed"),
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
    )
    letters_from_hour = models.PositiveSmallIntegerField(
        _("letters leave from"),
        default=8,
        validators=[MaxValueValidator(23)],
    )
    letters_until_hour = models.PositiveSmallIntegerField(
        _("letters leave until"),
        default=18,
        validators=[MaxValueValidator(24)],
    )
    letters_on_weekends = models.BooleanField(
        _("letters leave on Saturdays and Sundays, too"), default=False
    )
    # A code that Django knows: "en-gb", "de".
    letters_language = models.CharField(
        _("language of the letters"), max_length=10, default="en-gb"
    )

    # The careers site. What is empty there is left out, or said in our own words.
    careers_heading = models.CharField(
        _("heading of the careers page"), max_length=120, blank=True
    )
    careers_text = models.TextField(
        _("introduction on the careers page"), max_length=1_000, blank=True
    )
    website = models.URLField(_("website"), max_length=200, blank=True)
    # Where the organisation is: what a position does not say itself is taken from it.
    legal_name = models.CharField(_("legal name"), max_length=160, blank=True)
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    locality = models.CharField(_("town or city"), max_length=80, blank=True)
    region = models.CharField(_("region or county"), max_length=80, blank=True)
    postal_code = models.CharField(_("postcode"), max_length=16, blank=True)
    country = models.CharField(_("country"), max_length=2, default="GB")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1), name="accounts_organisation_only_one"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    letters_from_hour__lt=models.F("letters_until_hour")
                ),
                name="accounts_organisation_letter_hours",
                violation_error_message=_(
                    "Letters leave until an hour that is later than the first."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

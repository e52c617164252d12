"""The letter that lets somebody in: a link that works once, for three days."""

from email.utils import formataddr
from smtplib import SMTPException
from typing import TYPE_CHECKING

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _

from backoffice_ats.accounts.services import organisation

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User


class NotSentError(Exception):
    """The mail server did not take the letter."""


def link(user: "User") -> str:
    """Make the address where `user` sets a password.

    It holds until a password is set or used, and for `PASSWORD_RESET_TIMEOUT`.
    """
    path = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(user),
            "key": default_token_generator.make_token(user),
        },
    )
    return f"{settings.SITE_URL}{path}"


def send(user: "User", *, by: "User") -> None:
    """Send the invitation. Raises `NotSentError`; the account is there all the same."""
    house = organisation.current()
    hours = settings.PASSWORD_RESET_TIMEOUT // 3600
    letter = EmailMessage(
        subject=_("Your account at %(organisation)s") % {"organisation": house.name},
        body=_(
            "Hello %(name)s,\n\n"
            "%(inviter)s has made an account for you, so that you can take part in"
            " hiring at %(organisation)s.\n\n"
            "Choose your password here:\n%(link)s\n\n"
            "The link works once, within %(hours)d hours. If it has run out, ask"
            " %(inviter)s to send another.\n\n"
            "You log in with this address: %(email)s\n"
        )
        % {
            "name": user.name,
            "inviter": by.name or by.email,
            "organisation": house.name,
            "link": link(user),
            "hours": hours,
            "email": user.email,
        },
        from_email=formataddr((house.name, house.sender)),
        to=[user.email],
    )
    try:
        letter.send()
    except (SMTPException, OSError) as error:
        raise NotSentError from error

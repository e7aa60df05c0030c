"""Signing in: by invitation, with a password and a typed code sent by email."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from heed.partnership.models import Person


class HeedAccountAdapter(DefaultAccountAdapter):
    """Nobody signs themselves up: people are invited."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_user_search_fields(self) -> list[str]:
        """People are found by email alone."""
        return ["email"]

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There is no username."""


def joining_link(person: Person) -> str:
    """The address at which an invited person sets a password.

    It works once, and opening it changes nothing.
    """
    return reverse(
        "join",
        kwargs={
            "who": urlsafe_base64_encode(force_bytes(person.pk)),
            "token": default_token_generator.make_token(person),
        },
    )


def invited(who: str, token: str) -> Person | None:
    """The person whom an invitation is for, while it is good."""
    try:
        person = Person.objects.get(pk=int(urlsafe_base64_decode(who)), is_active=True)
    except (ValueError, OverflowError, Person.DoesNotExist):
        return None
    return person if default_token_generator.check_token(person, token) else None

"""Signing in with one press: only where it is a demonstration, and only as those offered."""

from typing import Any

import pytest
from django.contrib.auth import get_user
from django.http import Http404, HttpResponseBase
from django.test import RequestFactory

from heed.demo.people import sign_ins
from heed.demo.views import sign_in
from heed.partnership.models import Person

OFFERED = sign_ins()[0]


def press(rf: RequestFactory, session: Any, **fields: str) -> tuple[Any, HttpResponseBase]:
    request = rf.post("/demonstration/sign-in/", fields)
    request.session = session
    return request, sign_in(request)


@pytest.fixture
def person(settings: Any) -> Person:
    settings.HEED_DEMO = True
    return Person.objects.create_user(OFFERED.email, name=OFFERED.name)


@pytest.mark.django_db
def test_a_press_signs_in_as_whoever_is_offered(
    rf: RequestFactory, client: Any, person: Person
) -> None:
    request, answer = press(rf, client.session, **{"as": OFFERED.email})
    assert answer.status_code == 302
    assert get_user(request) == person


@pytest.mark.django_db
@pytest.mark.parametrize(("onward", "goes"), [("/library/", "/library/"), ("//evil.example", "/")])
def test_it_goes_on_within_heed_only(
    rf: RequestFactory, client: Any, person: Person, onward: str, goes: str
) -> None:
    _, answer = press(rf, client.session, **{"as": OFFERED.email, "next": onward})
    assert answer["Location"] == goes


@pytest.mark.django_db
def test_nobody_else_can_be_chosen(rf: RequestFactory, client: Any, person: Person) -> None:
    Person.objects.create_user("somebody.else@ellermouth.example", name="Somebody Else")
    with pytest.raises(Http404):
        press(rf, client.session, **{"as": "somebody.else@ellermouth.example"})


@pytest.mark.django_db
def test_it_is_not_there_where_heed_is_no_demonstration(
    rf: RequestFactory, client: Any, person: Person, settings: Any
) -> None:
    settings.HEED_DEMO = False
    with pytest.raises(Http404):
        press(rf, client.session, **{"as": OFFERED.email})


def test_opening_the_address_changes_nothing(rf: RequestFactory) -> None:
    assert sign_in(rf.get("/demonstration/sign-in/")).status_code == 405

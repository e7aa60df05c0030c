"""The pages on which toolkits are made, and who finds them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heed.elsewhere.tests.factories import as_pdf
from heed.partnership.models import Person
from heed.toolkit import forms, operations
from heed.toolkit.models import Module, Share, Toolkit
from heed.toolkit.states import ModuleState
from heed.toolkit.tests.factories import (
    THEME,
    make_module,
    make_sent,
    make_shared,
    make_shown,
)
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    kit = make_shared(here, there)
    waiting = make_shared(here, there, joined=False)
    things = [
        make_module(here),
        make_module(there),
        make_module(here, kit),
        make_module(here, waiting),
        *Toolkit.objects.all(),
        here.partnership,
        there.partnership,
    ]
    assert_shapes_agree("toolkit", things, [*here.people, *there.people])


def test_a_module_is_written_sent_and_agreed_to_by_hand(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    writer, reader = signed_in(Client(), house.coordinator), signed_in(Client(), house.chair)
    at = f"/{house.partnership.slug}/toolkit/"
    begun = writer.get(f"{at}modules/add/?kind=reflect").content.decode()
    assert "What worked well" in begun or "worked well" in begun
    said: dict[str, Any] = {
        "theme": THEME,
        "kind": "tools",
        "title": "A day in the life",
        "words": "Ask what a day is like.",
        "links": "Pathway | ftp://example.org",
        "review_by": "3 April 2030",
    }
    answer = writer.post(f"{at}modules/add/", said)
    assert "begins with https://" in answer.content.decode()
    said["links"] = "Pathway | https://www.example.org/pathway"
    answer = writer.post(f"{at}modules/add/", said, follow=True)
    module = Module.objects.get()
    page = f"{at}modules/{module.pk}/"
    assert answer.redirect_chain[-1][0] == page
    paper = SimpleUploadedFile(
        "Day chart.pdf", as_pdf("A day", "Ask what a day is like, hour by hour, and write it down.")
    )
    answer = writer.post(f"{page}papers/add/", {"seen": module.version, "file": paper}, follow=True)
    assert "Day chart.pdf" in answer.content.decode()
    module.refresh_from_db()
    writer.post(f"{page}do/send/", {"seen": module.version})
    assert "Ask a second person" in writer.get(page).content.decode()
    assert writer.get(f"{page}agree/").status_code == 403
    assert "Agree, or ask for a change" in reader.get(page).content.decode()
    module.refresh_from_db()
    word = {"seen": module.version, "answer": "nobody", "opened": module.papers}
    answer = reader.post(f"{page}agree/", word, follow=True)
    assert "It is in the library." in answer.content.decode()
    module.refresh_from_db()
    assert module.state == ModuleState.SHOWN
    answer = reader.post(f"{page}take-back/", {"words": "Out of date."}, follow=True)
    assert "Taken out of our library" in answer.content.decode()


def test_a_shared_toolkit_is_begun_answered_and_left_by_hand(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    ours, theirs = signed_in(Client(), here.coordinator), signed_in(Client(), there.coordinator)
    at = f"/{here.partnership.slug}/toolkit/shared/"
    ours.post(f"{at}add/", {"name": "Recurring themes", "themes": [THEME]})
    kit = Toolkit.objects.get()
    answer = ours.post(f"{at}{kit.pk}/ask/", {"partnership": there.partnership.pk}, follow=True)
    assert "Asked to share it" in answer.content.decode()
    home = f"/{there.partnership.slug}/toolkit/"
    assert "asks you to share a toolkit" in theirs.get(home).content.decode()
    answer = theirs.post(f"{home}shared/{kit.pk}/say/yes/", follow=True)
    assert "Leave the toolkit" in answer.content.decode()
    theirs.post(f"{home}shared/{kit.pk}/say/hide/")
    assert not Share.objects.get(partnership=there.partnership).shows_others
    answer = theirs.post(f"{home}shared/{kit.pk}/say/leave/", follow=True)
    assert "You have left it" in answer.content.decode()
    assert theirs.get(f"{home}shared/{kit.pk}/").status_code == 404


def test_nothing_of_a_toolkit_is_hinted_at_to_others(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    module, kit = make_sent(here), make_shared(here, there, joined=False)
    operations.answer_invitation(
        Share.objects.get(partnership=there.partnership), by=there.coordinator, yes=False
    )
    at = f"/{here.partnership.slug}/toolkit/"
    for person in (there.coordinator, here.manager, here.practitioner):
        client = signed_in(Client(), person)
        for part in ("", f"modules/{module.pk}/", f"shared/{kit.pk}/"):
            assert client.get(f"{at}{part}").status_code == 404
    client = signed_in(Client(), here.scrutineer)
    assert client.get(f"{at}modules/{module.pk}/").status_code == 200
    assert client.get(f"{at}modules/{module.pk}/edit/").status_code == 403
    assert client.get(f"{at}modules/add/").status_code == 403


@pytest.mark.parametrize("part", ["", "modules/{module}/"])
def test_pages_cost_the_same_for_one_and_for_many(
    two_partnerships: Houses, signed_in: SignIn, statements: Any, part: str
) -> None:
    here, there = two_partnerships
    kit = make_shared(here, there)
    shown = make_shown(here)
    client = signed_in(Client(), here.chair)
    address = f"/{here.partnership.slug}/toolkit/" + part.format(module=shown.module_id)
    with statements() as made:
        client.get(address)
    one = len(made)
    for number in range(6):
        make_sent(here, kit, title=f"Number {number}")
    with statements() as made:
        client.get(address)
    made.at_most(one)
    made.at_most(12)


def test_links_are_lines_of_words_and_an_https_address() -> None:
    text = "The pathway | https://www.example.org/a?b=1\n\nA | b | https://example.org/"
    found = forms.links_of(text)
    assert [one["words"] for one in found] == ["The pathway", "A | b"]
    assert forms.links_of(forms.links_text(found)) == found
    for wrong in ("words", "x | http://example.org", "x | javascript:alert(1)", "| https://a.org"):
        with pytest.raises(forms.ValidationError):
            forms.links_of(wrong)
    with pytest.raises(forms.ValidationError, match="password"):
        forms.links_of("x | https://a:b@example.org/")

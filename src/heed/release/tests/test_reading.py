"""What the wording check found, as the editor lays it out."""

from collections.abc import Callable

from django.test import Client

from heed.briefings import queries
from heed.briefings.tests.factories import make_draft
from heed.briefings.tests.test_pages import address, typed
from heed.release.reading import nested
from tests.houses import House


def test_what_lies_inside_other_words_is_shown_with_them(
    two_partnerships: tuple[House, House], signed_in: Callable
) -> None:
    here = two_partnerships[0]
    page = make_draft(here)
    client = signed_in(Client(), here.facilitator)
    told = "The letter went to 14 Quarry Lane, Tamworth B79 7QD, and came back."
    client.post(address(page, "edit/"), typed(page, **{"section-child": told}) | {"do": "save"})
    page.refresh_from_db()
    rows = nested(queries.read(page).identity)
    whole, inside = next(row for row in rows if "Quarry Lane" in row[0].hit.text)
    assert {one.hit.text for one in inside} >= {"B79 7QD"}
    shown = client.get(address(page, "edit/")).content.decode()
    assert f"{len(inside)} more in the same words" in shown
    assert shown.count(f'value="keep:{whole.mark}"') == 1
    assert all(shown.count(f'value="keep:{one.mark}"') == 1 for one in inside), "One reason a hit."

"""The page, and notes on the way to it, are read in the house style of the partnership."""

import pytest

from heed.briefings import queries
from heed.briefings.tests.factories import make_draft
from heed.pathways import operations, packs
from heed.pathways.queries import layer_text_of, pack_in_force
from heed.reviews.noticing import house_of, noticed, register_of
from tests.houses import House

STYLE = """
[[language]]
id = "service-user"
phrases = ["service user*"]
why = "Here people are not users."
instead = "“person”"

[[language]]
id = "failed-to"
off = true
"""


@pytest.mark.parametrize("whose", [0, 1])
def test_a_partnerships_prompt_shows_on_its_own_pages_alone(
    two_partnerships: tuple[House, House], whose: int
) -> None:
    here = two_partnerships[0]
    layer = layer_text_of(pack_in_force(here.partnership), here.partnership)
    operations.adopt(here.partnership, pack=packs.load_text(layer + STYLE), by=None)
    page = make_draft(two_partnerships[whose], focus="Service users failed to come.")
    told = {one.hit.text for one in queries.read(page).language if one.part == "focus"}
    case = page.case
    soft = noticed(page.focus, register=register_of(case), house=house_of(case))
    words = {one.words for one in soft}
    if whose == 0:
        assert "Service users" in told & words
        assert "failed to" not in told | words
    else:
        assert "Service users" not in told | words
        assert "failed to" in told & words

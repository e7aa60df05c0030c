"""A whole case, leg after leg, as far as its stage has come."""

from collections.abc import Callable

from heed.demo.building.deciding import decide, triage
from heed.demo.building.diary import Diary, Story
from heed.demo.building.gathering import gather, hold
from heed.demo.building.house import House
from heed.demo.building.learning import learn
from heed.demo.building.preparing import prepare
from heed.demo.building.publishing import release, sign_off, write
from heed.demo.building.referring import refer
from heed.demo.building.scoping import scope
from heed.demo.shapes import CaseStory, Stage

#: Each leg, and the stage from which a case has been through it.
LEGS: tuple[tuple[Stage, Callable[[House, CaseStory, Diary], Story]], ...] = (
    ("draft_referral", refer),
    ("submitted", triage),
    ("decided", decide),
    ("scoped", scope),
    ("returns_requested", prepare),
    ("event_planned", gather),
    ("event_held", hold),
    ("findings_written", learn),
    ("report_drafted", write),
    ("signed_off", sign_off),
    ("following", release),
)


def tell(house: House, story: CaseStory, diary: Diary) -> Story:
    """Tells a case from its referral to where it stands."""
    for stage, leg in LEGS:
        if story.reached(stage):
            yield from leg(house, story, diary)

"""A part of the demonstration is built, through the operations, and stands as its stories say.

The whole takes longer and differs only in how many closed reviews there are.
"""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from heed import clock
from heed.briefings.models import ReleasedPage
from heed.correspondence.models import Message
from heed.correspondence.states import MessageState
from heed.demo.build import build
from heed.demo.building.diary import Diary, Story, live
from heed.demo.dates import TODAY, Calendar
from heed.demo.people import sign_ins
from heed.demo.reading import worlds
from heed.elsewhere.models import Report
from heed.following.models import Follower
from heed.history import operations as history
from heed.history.models import Entry
from heed.library.models import Change, OtherForm
from heed.library.states import FormKind
from heed.meetings.models import Handover, Question, Rehearsal
from heed.partnership.models import Case, Partnership, Person, RegisteredName
from heed.partnership.states import Stage
from heed.pathways.queries import in_force
from heed.recommendations.models import Action, Recommendation
from heed.referrals.models import Referral
from heed.returns.models import AgencyReturn
from heed.toolkit.models import Shelf
from heed.toolkit.states import ModuleKind

STANDS_AT = {
    Stage.DRAFT: 1,
    Stage.REFERRAL: 1,
    Stage.DECISION: 1,
    Stage.SCOPE: 1,
    Stage.RETURNS: 2,
    Stage.EVENT: 1,
    Stage.FINDINGS: 2,
    Stage.REPORT: 1,
    Stage.RELEASE: 1,
    Stage.RECOMMENDATIONS: 1,
    Stage.CLOSED: 2,
}


@pytest.fixture
def _mail_goes_nowhere(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    settings.HEED_TODAY = TODAY


@pytest.mark.django_db
@pytest.mark.usefixtures("_mail_goes_nowhere")
def test_what_is_built_stands_as_its_stories_say() -> None:
    said: list[str] = []
    parts = [
        world.model_copy(update={"cases": (*world.open_cases, *world.closed_cases[-2:])})
        for world in worlds()
    ]
    assert build(today=TODAY, progress=said.append, of=parts)
    assert not build(today=TODAY, progress=said.append, of=parts)
    assert len(said) == 2

    first, second = (world.partnership.slug for world in worlds())
    stages = Case.objects.filter(partnership__slug=first).values_list("stage", flat=True)
    assert Counter(stages) == STANDS_AT
    assert ReleasedPage.objects.filter(partnership__slug=first).count() == 3
    assert ReleasedPage.objects.filter(partnership__slug=second).count() == 5
    asked = Recommendation.objects.filter(partnership__slug=first)
    assert {one.state for one in asked} == {"routed", "closed"}
    states = {one.state for one in Action.objects.filter(recommendation__in=asked)}
    assert states == {"not_started", "on_track", "at_risk", "proven"}
    assert any(one.past for one in Action.objects.filter(recommendation__in=asked))
    returns = AgencyReturn.objects.filter(case__known_as="Linnet and Bunting")
    assert Counter(one.state for one in returns) == {"prepared": 6, "begun": 1, "asked": 1}
    assert Case.objects.get(deadline=True).target == clock.today().replace(day=26)
    assert Message.objects.filter(state=MessageState.DRAFT).exists()
    assert history.verify(said.append)
    names = set(RegisteredName.objects.values_list("text", flat=True))
    assert len(names) >= 16
    told = [f"{one.subject} {one.body}" for one in Message.objects.all()]
    told += [f"{one.sentence} {one.detail}" for one in Entry.objects.all()]
    assert not [text for text in told for name in names if name in text]

    coordinators = [
        Person.objects.get(email=one.email) for one in sign_ins() if "oordinator" in one.persona
    ]
    for person, other in zip(coordinators, (second, first), strict=True):
        seen = Case.objects.visible_to(person)
        assert seen.exists()
        assert not seen.filter(partnership__slug=other).exists()
    small = Partnership.objects.get(slug=second)
    small_library = ReleasedPage.objects.filter(partnership=small)
    assert small.public_form
    assert in_force(small).layer
    assert Referral.objects.get(came_by="public").state == "sent"
    assert {one.readers for one in small_library.standing()} == {"everyone", "forum"}
    assert small_library.get(withdrawn_on__isnull=False).notice
    shelves = Shelf.objects.standing()
    assert {one.kind for one in shelves.filter(theme="fathers-male-carers")} == set(ModuleKind)
    shared = shelves.filter(module__toolkit__own=False)
    assert {one.partnership.slug for one in shared} == {first, second}
    told_since = ReleasedPage.objects.get(title="How to disagree and still have lunch")
    assert {one.kind for one in OtherForm.objects.filter(page=told_since)} == set(FormKind)
    assert Change.objects.get(state="shown").page == told_since
    assert told_since.page_reach.filter(kind="age").exists()
    assert Report.objects.filter(partnership__slug=first, state="shown").count() == 3
    assert Follower.objects.count() == 2
    assert Handover.objects.get().to_group.partnership == small
    assert Question.objects.get().stands.count() == 2
    assert Rehearsal.objects.get().notes.count() == 3
    lodger = Case.objects.get(processes__isnull=False)
    assert lodger.pauses.count() == 1
    assert {one.section for one in lodger.referral.later.all()} == {"where", "family"}
    restricted = Case.objects.get(restricted=True)
    scrutineer = next(one for one in sign_ins() if one.persona == "Scrutineer")
    assert restricted in Case.objects.visible_to(coordinators[0])
    assert restricted not in Case.objects.visible_to(Person.objects.get(email=scrutineer.email))


def test_stories_are_lived_in_the_order_of_time() -> None:
    calendar = Calendar(TODAY)
    lived: list[tuple[date, str]] = []

    def story(name: str, *days: int) -> Story:
        diary = Diary(name)
        for number in days:
            yield diary.on(calendar.day(number))
            lived.append((clock.today(), name))

    until = Diary("until").on(calendar.day(0))
    assert live([story("one", -40, -5, 20), story("two", -30, -12)], until=until) == 4
    assert [name for _, name in lived] == ["one", "two", "two", "one"]
    assert [day for day, _ in lived] == sorted(day for day, _ in lived)


def test_moments_of_a_diary_never_go_back() -> None:
    diary = Diary("somebody")
    day = Calendar(TODAY).day(-3)
    moments = [diary.on(day), diary.soon(), diary.in_meeting(day), diary.on(day)]
    assert moments == sorted(set(moments))

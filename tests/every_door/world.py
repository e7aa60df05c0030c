"""Two partnerships with one of everything, and words planted in it that show where it comes out."""

import io
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models

from heed import clock
from heed.alongside import operations as alongside
from heed.alongside.tests.factories import make_complaint, make_process, make_request
from heed.arrivals.states import Holds
from heed.arrivals.tests.factories import take
from heed.briefings.tests.factories import make_released, make_sent
from heed.decisions import operations as decisions
from heed.decisions.models import Decision
from heed.decisions.states import PauseReason
from heed.decisions.tests.factories import make_decided
from heed.findings.tests.factories import make_settled
from heed.learning_events.tests.factories import make_held
from heed.meetings import operations as meetings
from heed.meetings.states import InterestKind
from heed.meetings.tests.factories import ask
from heed.papers import operations as papers
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Part, Person
from heed.partnership.states import PartKind
from heed.recommendations.tests.factories import make_action
from heed.referrals import operations as referrals
from heed.returns.models import ReturnAnswer
from heed.returns.tests.factories import make_begun
from heed.reviews.dates.operations import authorise_pause
from heed.reviews.tests.factories import make_scoped
from tests.houses import House

#: A word for each part of the world; none stands anywhere but where it was planted.
PLAIN, CLOSED, ELSEWHERE, WRITTEN_BY_AGENCY = (
    "Quillwort",
    "Brackenfell",
    "Ottermarsh",
    "Mirewater",
)
#: Fields that hold no words: planting there would break what reads them.
NOT_WORDS = {
    "slug", "reference", "version", "digest", "secret", "stored_as", "about", "url_name", "key",
    "email", "referrer_email", "to_address", "contact_email", "section", "question", "clock",
    "edition", "criterion", "set", "rung", "theme", "prompt", "template", "item", "kind",
    "quoracy", "calendar", "sharing", "person_was", "age_band", "asked_because", "asking_for",
    "route", "cleared_by", "basis", "target_is",
}  # fmt: skip


@dataclass(frozen=True)
class World:
    """The houses, the cases by whether they are closed, and who else comes by."""

    here: House
    there: House
    plain: list[Case]
    closed: list[Case]
    elsewhere: list[Case]
    visitors: dict[str, Person]

    @property
    def people(self) -> dict[str, Person]:
        """Everybody of the first house by their part, and who else comes by."""
        own = {name: value for name, value in vars(self.here).items() if isinstance(value, Person)}
        return own | self.visitors


def build(here: House, there: House) -> World:
    """One of everything in each; in the first a second time, closed to all but one person."""
    before: set[int] = set()

    def made(house: House, *, released: bool = False) -> list[Case]:
        everything(house, released=released)
        found = list(Case.objects.exclude(pk__in=before))
        before.update(case.pk for case in found)
        return found

    closed = made(here)
    plain = made(here, released=True)
    elsewhere = made(there, released=True)
    keeper = somebody(here, "Ottoline Marchbanks")
    for case in closed:
        Part.objects.filter(case=case).delete()
        partnership.name_on_case(case, by=None, person=keeper, kind=PartKind.MEMBER)
    Case.objects.filter(pk__in=[case.pk for case in closed]).update(restricted=True)
    visitors = {
        "named on the closed cases": keeper,
        "coordinator shut out": shut_out(here, plain),
        "coordinator until yesterday": ended(here),
        "member with an interest": interested(here, plain),
        "guest from another area": Person.objects.get(email="osian.pritchard@westerleigh.example"),
        "coordinator elsewhere": there.coordinator,
    }
    for cases, word in ((plain, PLAIN), (closed, CLOSED), (elsewhere, ELSEWHERE)):
        plant(word, cases)
    return World(here, there, plain, closed, elsewhere, visitors)


def everything(house: House, *, released: bool) -> None:
    """One of everything that a partnership keeps."""
    by = house.coordinator
    review = make_scoped(house)
    make_begun(house, review)
    make_held(house, review)
    case = make_settled(house, review.case).case
    authorise_pause(
        case, by=by, reason=PauseReason.CRIMINAL, authorised_by="The chair", first=clock.today()
    )
    make_process(house, case)
    make_complaint(house, case)
    asked = make_request(house, case)
    if (
        house.partnership.slug == "harrowmere"
        and not Person.objects.filter(email="osian.pritchard@westerleigh.example").exists()
    ):
        alongside.invite_guest(
            asked, by=by, name="Osian Pritchard", email="osian.pritchard@westerleigh.example",
            until=clock.today() + timedelta(days=9),
        )  # fmt: skip
    decision = make_decided(house)
    decisions.write_letters(decision, by=by)
    decisions.ask_partners(decision, by=by)
    decisions.disagree(decision, by=house.member, words="Health was not asked.")
    decisions.check_incident(
        decision.case, by=by, answers={"abuse_or_neglect": "yes", "died_or_seriously_harmed": "yes"}
    )
    assert decision.item is not None
    ask(house, case=decision.case)
    make_action(house)
    make_sent(house)
    if released:
        make_released(house, readers="everyone")
    take(house, Holds.CONTACTS, [["Name", "Work email"], ["Ada Penhale", "ada@trust.example"]])
    referrals.invite_to_refer(
        house.partnership, by=by, email=f"keyworker@{house.partnership.slug}-trust.example",
        name="Wilhelmina Tregear",
    )  # fmt: skip
    papers.keep(
        SimpleUploadedFile("chronology.txt", io.BytesIO(b"What was seen and when").read()),
        by=house.manager, partnership=house.partnership, case=review.case,
        about=f"referral:{review.case.referral.pk}",
    )  # fmt: skip


def somebody(house: House, name: str) -> Person:
    """Somebody who works there with no part of their own."""
    return partnership.add_person(
        house.partnership,
        by=None,
        email=f"{name.lower().replace(' ', '.')}@{house.partnership.slug}.example",
        name=name,
        agency=house.agency,
    )


def shut_out(house: House, cases: list[Case]) -> Person:
    """A coordinator who is kept from these cases."""
    person = somebody(house, "Florian Drax")
    partnership.give_part(house.partnership, by=None, person=person, kind=PartKind.COORDINATOR)
    for case in cases:
        partnership.shut_out(case, by=house.coordinator, person=person, reason="A relative.")
    return person


def ended(house: House) -> Person:
    """Somebody who coordinated here until yesterday."""
    person = somebody(house, "Temperance Yeo")
    partnership.give_part(house.partnership, by=None, person=person, kind=PartKind.COORDINATOR)
    Part.objects.filter(person=person).update(
        begins=clock.today() - timedelta(days=90), ends=clock.today() - timedelta(days=1)
    )
    return person


def interested(house: House, cases: list[Case]) -> Person:
    """A member who declared a personal interest in the case that was decided."""
    person = somebody(house, "Leopold Anstey")
    partnership.give_part(
        house.partnership, by=None, person=person, kind=PartKind.MEMBER, group=house.group
    )
    item = Decision.objects.get(case__in=cases, state="recorded").item
    assert item is not None
    meetings.declare_interest(item, by=person, kind=InterestKind.PERSONAL)
    return person


def plant(word: str, cases: list[Case]) -> None:
    """Write a word into every text of everything that belongs to these cases."""
    for model in apps.get_models():
        path = _path(model)
        if path is None or model._meta.app_label == "history":
            continue
        found = model._default_manager.filter(**{f"{path}__in": cases}) if path else None
        rows = found if found is not None else Case.objects.filter(pk__in=[c.pk for c in cases])
        for row in rows:
            mark = WRITTEN_BY_AGENCY if model is ReturnAnswer else word
            changed = {
                field.attname: _with(getattr(row, field.attname), mark, field.max_length)
                for field in model._meta.concrete_fields
                if isinstance(field, models.CharField | models.TextField | models.JSONField)
                and not field.choices
                and field.name not in NOT_WORDS
            }
            changed = {name: value for name, value in changed.items() if value is not None}
            if changed:
                model._default_manager.filter(pk=row.pk).update(**changed)


def _path(model: type[models.Model], deep: int = 3) -> str | None:
    """How a model leads to its case: "case", "decision__case"; "" for the case itself."""
    if model is Case:
        return ""
    if model._meta.label in {"briefings.ReleasedPage", "partnership.Part", "partnership.ShutOut"}:
        return None
    if not deep or not model.__module__.startswith("heed."):
        return None
    for field in model._meta.concrete_fields:
        if field.related_model is Case and field.name != "merged_into":
            return str(field.name)
    for field in model._meta.concrete_fields:
        if field.related_model in (None, Person, model) or field.name in {"came_from", "taken_as"}:
            continue
        under: Any = field.related_model
        found = _path(under, deep - 1)
        if found:
            return f"{field.name}__{found}"
    return None


def _with(value: Any, word: str, longest: int | None) -> Any:
    """A text with the word after it; inside lists and tables as well. None where nothing fits."""
    if isinstance(value, str):
        if " " not in value or (longest and len(value) + len(word) + 1 > longest):
            return None
        return f"{value} {word}"
    if isinstance(value, list):
        return [_with(one, word, None) or one for one in value] or None
    if isinstance(value, dict):
        return {key: _with(one, word, None) or one for key, one in value.items()} or None
    return None

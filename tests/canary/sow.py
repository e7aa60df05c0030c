"""Fills two partnerships with confidential texts, each with two words that stand nowhere else.

The ``bait`` is searched for. The ``tell`` is never typed by anybody: where it is met, the text came
out.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models

from heed.alongside.tests.factories import make_complaint, make_process, make_request
from heed.briefings.tests.factories import make_draft, make_released
from heed.decisions.tests.factories import make_decided
from heed.findings.tests.factories import make_settled
from heed.learning_events.tests.factories import make_invited
from heed.meetings.tests.factories import make_item
from heed.memory import operations as memory
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Part
from heed.recommendations.tests.factories import make_action
from heed.referrals.tests.factories import make_sent
from heed.returns.tests.factories import make_begun
from tests.houses import House

#: Short fields that people write in; every TextField is one besides, but for those named below.
WRITTEN = {"title", "known_as", "what", "focus", "subject", "place", "whose", "contact_name"}
#: JSON that holds people's words: a text, or a text for each section.
ANSWERS = {"value", "sections"}
#: What only machinery reads, what is public by its nature, and what an email was addressed with.
NOT_TOUCHED = {"to_address", "url", "url_name", "slug", "source_key", "external_id", "calendar"}
_SYLLABLES = [first + last for first in "bdfgklmnprtv" for last in "aeio"]
_SECRET = ("briefing", "finding", "recommendation", "guidance")
_MAKE: tuple[Callable[[House], Any], ...] = (
    make_sent,
    make_begun,
    make_settled,
    lambda house: make_released(house, readers="partnership"),
    make_action,
    make_draft,
    make_decided,
    make_invited,
    make_item,
    make_process,
    make_request,
    make_complaint,
)


def code(number: int) -> str:
    """A number as letters, each unlike the next."""
    at, letters = number * 7919 + 104_729, ""
    for _ in range(4):
        at, rest = divmod(at, len(_SYLLABLES))
        letters += _SYLLABLES[rest]
    return letters


@dataclass(frozen=True)
class Text:
    """One confidential text: of which case, and where it stands."""

    number: int
    case: Case
    where: str

    @property
    def bait(self) -> str:
        """The word that is searched for."""
        return f"quillow{code(self.number)}"

    @property
    def tell(self) -> str:
        """The word that may not be met."""
        return f"zephyr{code(self.number)}"

    @property
    def words(self) -> str:
        """The text itself."""
        return f"{self.bait} {self.tell}"


@dataclass
class Field:
    """All that was sown."""

    texts: list[Text] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)

    def mark(self, case: Case, where: str) -> Text:
        """The next text."""
        self.texts.append(Text(len(self.texts), case, where))
        return self.texts[-1]

    def hidden_from(self, person: Any) -> list[Text]:
        """The texts of cases on which somebody has no part: every one, for nobody in particular."""
        named = (
            set(Part.objects.filter(person=person).current().values_list("case_id", flat=True))
            if person
            else set()
        )
        return [one for one in self.texts if one.case.pk not in named]


def sow(house: House, *, many: int, rooms: int, sown: Field) -> None:
    """Makes a case for each of the first ``rooms`` makings, restricts it, and marks its texts.

    What is left of ``many`` goes into memory alone: as a case's own, as the partnership's and as
    that of a case from which the chair is shut out.
    """
    first = len(sown.texts)
    for make in _MAKE[:rooms]:
        known = set(Case.objects.values_list("pk", flat=True))
        make(house)
        for case in Case.objects.filter(partnership=house.partnership).exclude(pk__in=known):
            sown.cases.append(case)
            _mark_rows(case, sown)
            partnership.restrict(case, by=house.coordinator, keep=[])
    at = 0
    while len(sown.texts) - first < many:
        case = sown.cases[at % len(sown.cases)]
        if case.partnership_id == house.partnership.pk:
            _remember(sown.mark(case, "memory.Entry"), at)
        at += 1


def _remember(text: Text, at: int) -> None:
    kind = _SECRET[at % len(_SECRET)]
    memory.remember(
        f"canary/{text.number}",
        kind=kind,
        audience="case" if at % 2 else "partnership",
        case=text.case,
        title=f"{text.tell} was at home",
        text=f"The word {text.words} stands in no other text. She was not brought to the clinic.",
        themes=["missing"],
        agencies=[text.tell],
        age_band=text.tell,
        route=text.tell[:30],
        polarity="learning",
        effect="open" if kind == "recommendation" else "",
        effect_note=text.tell,
        slug=text.tell,
    )


def _mark_rows(case: Case, sown: Field) -> None:
    """Puts a marked text into whatever people wrote about a case, and has memory follow."""
    for model, road in roads():
        for row in model._default_manager.filter(**{road: case.pk}):
            changed = {}
            for name, value in _written(row):
                mark = sown.mark(case, f"{model._meta.label}.{name}")
                changed[name] = _with(mark, value)
            if changed:
                model._default_manager.filter(pk=row.pk).update(**changed)
                if model._meta.label == "memory.Entry":
                    _renew(row, changed)


def _renew(row: Any, changed: dict[str, Any]) -> None:
    memory.forget(row.source_key)
    memory.remember(
        row.source_key,
        kind=row.kind,
        audience=row.audience,
        case=row.case,
        title=changed.get("title", row.title),
        text=changed.get("text", row.text),
        themes=row.theme_ids,
        slug=row.slug,
        url_name=row.url_name,
        url_args=row.url_args,
        date=row.date,
    )


def _with(mark: Text, value: Any) -> Any:
    if isinstance(value, dict):
        return {key: f"{mark.words} {said}" for key, said in value.items()}
    return f"{mark.words} {value}"


def _written(row: models.Model) -> Iterator[tuple[str, Any]]:
    for one in row._meta.fields:
        value = getattr(row, one.attname)
        if one.name in NOT_TOUCHED or one.choices or not value:
            continue
        if isinstance(one, models.JSONField):
            texts = list(value.values()) if isinstance(value, dict) else [value]
            words = [text for text in texts if isinstance(text, str)]
            # A choice's id is one word: what people wrote is several.
            if one.name in ANSWERS and len(words) == len(texts) and " " in "".join(words):
                yield one.name, value
        elif isinstance(one, models.TextField) or (
            isinstance(one, models.CharField)
            and one.name in WRITTEN
            and (one.max_length or 0) >= 50 + len(value)
        ):
            yield one.name, value


def roads() -> Iterator[tuple[Any, str]]:
    """Every table whose rows belong to a case, and the way to it through foreign keys."""
    for model in apps.get_models():
        if model.__module__.startswith("heed.") and (road := _road(model)):
            yield model, road


def _road(model: Any) -> str:
    ahead: deque[tuple[Any, tuple[str, ...]]] = deque([(model, ())])
    met = {model}
    while ahead:
        at, way = ahead.popleft()
        if at is Case:
            return "__".join(way) or "pk"
        for one in at._meta.fields:
            if one.is_relation and one.related_model not in met and len(way) < 4:
                met.add(one.related_model)
                ahead.append((one.related_model, (*way, one.name)))
    return ""

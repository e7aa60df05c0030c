"""The shape of what is asked of a way of working."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.forms import Field

from heed.casework.way.asks import Ask
from heed.design.fields import (
    AnyOfField,
    LineField,
    LongField,
    OneOfField,
    WhenField,
    WholeNumberField,
    YesNoField,
)
from heed.design.forms import PlainForm
from heed.pathways.changing import new_id
from heed.pathways.packs import LONGEST, Problem
from heed.pathways.shapes import Pack

LINE = 400
NEW = "new"


class ThingForm(PlainForm):
    """Some keys of one thing, as they stand, to be said otherwise."""

    def __init__(
        self, *args: Any, asks: Sequence[Ask], thing: Mapping[str, Any], pack: Pack, **kwargs: Any
    ) -> None:
        self.thing = thing
        self.asks = [ask for ask in asks if ask.only is None or ask.only(dict(thing))]
        super().__init__(*args, **kwargs)
        for ask in self.asks:
            for name, field in _fields(ask, thing, pack):
                self.fields[name] = field
        self.arrange()

    def values(self) -> dict[str, Any]:
        """What was said, by key, as the pack keeps it."""
        return {ask.key: self._value(ask) for ask in self.asks}

    def _value(self, ask: Ask) -> Any:
        said = self.cleaned_data.get(_name(ask.key))
        if ask.kind == "lines":
            return _lines(said)
        if ask.kind == "labels":
            return self._choices(ask)
        if ask.kind == "number":
            return int(said or 0)
        if ask.kind == "yes_no":
            return bool(said)
        return None if ask.key == "level" and not said else said

    def _choices(self, ask: Ask) -> list[dict[str, str]]:
        """Choices with their ids: those that are there keep theirs, whatever they are called."""
        there: list[dict[str, str]] = list(self.thing.get(ask.key) or [])
        kept = [
            {**one, "label": label}
            for one in there
            if (label := self.cleaned_data.get(f"{_name(ask.key)}__{one['id']}"))
        ]
        taken = {one["id"] for one in there} | {"yes", "no", "not_known"}
        for label in _lines(self.cleaned_data.get(f"{_name(ask.key)}__{NEW}")):
            own = new_id(label, taken)
            taken.add(own)
            kept.append({"id": own, "label": label})
        return kept

    def told(self, problems: Iterable[Problem]) -> None:
        """Put what is wrong with the pack beside the field that it is about."""
        for problem in problems:
            sentence = f"{problem.sentence[:1].upper()}{problem.sentence[1:]}"
            key = problem.key.replace(" › ", ".")
            name = next(
                (_name(ask.key) for ask in self.asks if f".{key}".endswith(f".{ask.key}")), None
            )
            if name in self.fields:
                self.add_error(name, sentence)
            else:
                self.add_error(None, f"{problem.key}: {sentence}" if problem.key else sentence)

    def differing(self, now: Mapping[str, Any], pack: Pack) -> list[dict[str, str]]:
        """What was typed beside what somebody else kept meanwhile, where the two differ."""
        other = ThingForm(asks=self.asks, thing=now, pack=pack)
        found = []
        for ask in self.asks:
            mine = _spoken(self.values()[ask.key])
            theirs = _spoken(_inside(now, ask.key))
            if mine != theirs and _name(ask.key) in other.fields:
                found.append({"what": ask.label, "mine": mine, "theirs": theirs})
        return found


class TextForm(PlainForm):
    """The partnership's own layer, as text."""

    text = LongField(
        label="Your own layer",
        rows=30,
        max_length=LONGEST,
        help_text="Only what you do differently. What you leave out stays as in England.",
    )


class WhyForm(PlainForm):
    """Why a new edition is put in force."""

    why = LongField(
        label="Why is it changed?",
        rows=3,
        max_length=300,
        missing="Say why, in a sentence",
        help_text="Kept with the edition, for whoever asks later. Who agreed it, for example.",
    )


class DayForm(PlainForm):
    """The day on which an invented case is referred."""

    begins = WhenField(label="Referred on")


class SeenForm(PlainForm):
    """Nothing but the version that the person saw."""


def _name(key: str) -> str:
    return key.replace(".", "__")


def _inside(thing: Mapping[str, Any], key: str) -> Any:
    value: Any = thing
    for step in key.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _fields(ask: Ask, thing: Mapping[str, Any], pack: Pack) -> Iterable[tuple[str, Field]]:
    now = _inside(thing, ask.key)
    about: dict[str, Any] = {
        "label": ask.label,
        "help_text": ask.hint,
        "required": ask.needed,
        "initial": now,
    }
    name = _name(ask.key)
    if ask.kind == "labels":
        yield from _label_fields(ask, name, now or [])
    elif ask.kind == "yes_no":
        yield name, YesNoField(**about)
    elif ask.kind == "number":
        yield name, WholeNumberField(min_value=ask.least, max_value=ask.most, **about)
    elif ask.kind == "lines":
        about["initial"] = "\n".join(now or [])
        yield name, LongField(rows=min(max(len(now or []) + 2, 4), 14), **about)
    elif ask.kind in ("one_of", "any_of"):
        about["choices"] = ask.choices(pack) if ask.choices else []
        yield name, (OneOfField if ask.kind == "one_of" else AnyOfField)(**about)
    elif ask.kind == "long":
        yield name, LongField(rows=3, **about)
    else:
        yield name, LineField(max_length=LINE, **about)


def _label_fields(ask: Ask, name: str, now: list[dict[str, str]]) -> Iterable[tuple[str, Field]]:
    for number, one in enumerate(now, 1):
        yield (
            f"{name}__{one['id']}",
            LineField(
                label=f"Answer {number}",
                max_length=LINE,
                initial=one["label"],
                required=False,
                mark_optional=False,
                help_text="Leave it empty to take it away." if number == 1 else "",
            ),
        )
    yield (
        f"{name}__{NEW}",
        LongField(
            label="Answers to add" if now else ask.label,
            rows=3,
            required=False,
            help_text="One on each line.",
        ),
    )


def _lines(said: Any) -> list[str]:
    return [line.strip() for line in str(said or "").splitlines() if line.strip()]


def _spoken(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return "\n".join(_spoken(one) for one in value)
    if isinstance(value, dict):
        return str(value.get("label", ""))
    return "" if value is None else str(value)

# ruff: noqa: E501
"""Makes the evaluation set: texts with every identifier marked, and clean texts with none.

`python bench/wording/generate.py OUT.jsonl` writes it; the same seed gives the same set. The two
halves share no template family, no list of names, no theme and no list of places.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import world
from families import CLEAN, FAMILIES
from people import COMMUNITIES

SEED = 20261122
TEXTS_PER_FAMILY = 58  # two for each community of names
CLEAN_TEXTS = 40
_SLOT = re.compile(r"\{(\w+)\}|<([\w-]+)(?:\|([^>]+))?>")
_PEOPLE = "cmfsgnwhtp"
_TITLES = {
    "w": ["Ms", "Mr"],
    "h": ["Dr", "Sister", "Ms"],
    "t": ["Mrs", "Mr"],
    "p": ["PC", "DC", "Sgt"],
    "m": ["Mrs", "Ms"],
    "c": ["Miss", "Mr"],
}


@dataclass
class Built:
    """A text as it grows, with the gold spans in code points."""

    text: str = ""
    gold: list[dict[str, Any]] = field(default_factory=list)

    def plain(self, words: str) -> None:
        self.text += words

    def mark(self, kind: str, words: str, community: str = "") -> None:
        start = len(self.text)
        self.text += words
        entry: dict[str, Any] = {
            "start": start,
            "end": start + len(words),
            "kind": kind,
            "text": words,
        }
        if community:
            entry["community"] = community
        self.gold.append(entry)


class Case:
    """One invented family and the people around it."""

    def __init__(self, rng: random.Random, split: str, community: str) -> None:
        self.rng, self.split = rng, split
        self.people: dict[str, tuple[str, str, str]] = {}
        surname = rng.choice(COMMUNITIES[community][split][1])
        for who in _PEOPLE:
            group = community if who in "cmfsg" else rng.choice(sorted(COMMUNITIES))
            forenames, surnames = COMMUNITIES[group][split]
            last = surname if who in "cms" else rng.choice(surnames)
            used = {person[0] for person in self.people.values()}
            first = rng.choice([name for name in forenames if name not in used] or list(forenames))
            self.people[who] = (first, last, group)

    def name(self, who: str, form: str) -> str:
        first, last, _ = self.people[who]
        if form == "t":
            return f"{self.rng.choice(_TITLES.get(who, ['Mr', 'Ms']))} {last}"
        return {
            "": f"{first} {last}",
            "1": first,
            "2": last,
            "C": f"{first} {last}".upper(),
            "l": f"{first} {last}".lower(),
            "l1": first.lower(),
            "i": f"{first[0]}.{last[0]}.",
            "x": f"{last}, {first}",
        }[form]


def _value(case: Case, slot: str) -> list[tuple[str, str]]:
    rng, split = case.rng, case.split
    if slot == "address":
        return world.address(rng, split)
    tables = {
        "place": ("place", world.TOWNS), "village": ("place", world.VILLAGES), "school": ("school", world.SCHOOLS),
        "street": ("address", world.STREETS), "surgery": ("surgery", world.SURGERIES), "hospital": ("hospital", world.HOSPITALS),
        "ward": ("ward", world.WARDS), "faith": ("faith-building", world.FAITH), "employer": ("employer", world.EMPLOYERS),
        "job": ("job-title", world.JOBS),
    }  # fmt: skip
    if slot in tables:
        kind, table = tables[slot]
        return [(kind, world.pick(rng, table, split))]
    made = {
        "date": ("date", lambda: world.date(rng, split)), "dob": ("birth-date", lambda: world.date(rng, split)),
        "dobw": ("birth-date", lambda: world.date_in_words(rng, split)), "age": ("age", lambda: world.age(rng, split)),
        "phone": ("phone", lambda: world.phone(rng, split)), "nhs": ("nhs-number", lambda: world.nhs_number(rng)),
        "upn": ("pupil-number", lambda: world.pupil_number(rng)), "nino": ("national-insurance", lambda: world.national_insurance(rng)),
        "vehicle": ("vehicle", lambda: world.vehicle(rng, split)), "ref": ("case-reference", lambda: world.reference(rng, split)),
        "crime": ("crime-reference", lambda: world.crime_reference(rng, split)),
        "passport": ("passport", lambda: str(rng.randint(10**8, 10**9 - 1))),
        "month": ("time-and-place", lambda: world.month(rng, split)),
    }  # fmt: skip
    if slot in made:
        kind, make = made[slot]
        return [(kind, make())]
    first, last, _ = case.people["w" if slot == "email" else "c"]
    stem = _plain(first).lower()
    if slot == "email":
        return [
            (
                "email",
                f"{stem}.{_plain(last).lower()}@{rng.choice(['brightfield', 'ashmoor', 'larkdale'])}.{rng.choice(['gov.uk', 'sch.uk', 'nhs.uk', 'org'])}",
            )
        ]
    if slot == "handle":
        return [
            (
                "handle",
                rng.choice(
                    [
                        f"{stem}_{rng.randint(5, 99)}",
                        f"@{stem}.x{rng.randint(2, 9)}",
                        f"lil{stem}{rng.randint(1, 99)}",
                    ]
                ),
            )
        ]
    raise ValueError(f"no such slot: {slot}")


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return re.sub(r"[^A-Za-z]", "", decomposed)


def _fill(template: str, case: Case, built: Built) -> None:
    position = 0
    for match in _SLOT.finditer(template):
        built.plain(template[position : match.start()])
        position = match.end()
        slot, kind, words = match.groups()
        if kind:
            if words is None:
                built.mark(kind, world.pick(case.rng, world.FACTS[kind], case.split))
            elif words == "{month}":
                built.mark(kind, world.month(case.rng, case.split))
            else:
                built.mark(kind, words)
        elif slot[0] in _PEOPLE and slot[1:] in ("", "1", "2", "C", "l", "l1", "i", "x", "t"):
            group = case.people[slot[0]][2]
            name_kind = "initials" if slot[1:] == "i" else "name"
            built.mark(
                name_kind, case.name(slot[0], slot[1:]), "" if name_kind == "initials" else group
            )
        else:
            for piece_kind, piece in _value(case, slot):
                if piece_kind:
                    built.mark(piece_kind, piece)
                else:
                    built.plain(piece)
    built.plain(template[position:])


def _register(case: Case) -> dict[str, Any]:
    relation = {
        "c": "child",
        "m": "mother",
        "f": "father",
        "s": "brother or sister",
        "g": "grandmother",
        "n": "neighbour",
        "w": "social worker",
        "h": "health worker",
        "t": "teacher",
        "p": "police officer",
    }
    return {
        "people": [
            {"names": [f"{first} {last}"], "relation": relation[who]}
            for who, (first, last, _) in case.people.items()
        ]
    }


def texts() -> list[dict[str, Any]]:
    """The whole set: each with id, split, form, theme, text, gold and register."""
    answer: list[dict[str, Any]] = []
    for split, families in FAMILIES.items():
        for form, family in families.items():
            communities = sorted(COMMUNITIES)
            for number in range(TEXTS_PER_FAMILY):
                rng = random.Random(f"{SEED}/{split}/{form}/{number}")
                case = Case(rng, split, communities[number % len(communities)])
                built = Built()
                body = list(family["body"])  # type: ignore[call-overload]
                rng.shuffle(body)
                lines = [
                    rng.choice(family["head"]),
                    *body[: rng.randint(5, 9)],
                    rng.choice(family["tail"]),
                ]  # type: ignore[arg-type]
                joint = (
                    "\n"
                    if form in ("note", "jotting", "email", "message")
                    else rng.choice([" ", " ", "\n"])
                )
                for place, line in enumerate(lines):
                    if place:
                        built.plain("\n\n" if place in (1, len(lines) - 1) else joint)
                    _fill(str(line), case, built)
                answer.append(
                    {
                        "id": f"{split}-{form}-{number:03d}",
                        "split": split,
                        "form": form,
                        "theme": family["theme"],
                        "text": built.text,
                        "gold": built.gold,
                        "register": _register(case),
                    }
                )
        for number in range(CLEAN_TEXTS):
            rng = random.Random(f"{SEED}/{split}/clean/{number}")
            chosen = rng.sample(CLEAN[split], 12)
            answer.append(
                {
                    "id": f"{split}-clean-{number:03d}",
                    "split": split,
                    "form": "clean",
                    "theme": "none",
                    "text": " ".join(chosen),
                    "gold": [],
                    "register": {"people": []},
                }
            )
    return answer


def as_lines() -> str:
    """The set as JSON lines."""
    return "".join(json.dumps(text, ensure_ascii=False, sort_keys=True) + "\n" for text in texts())


def checksum() -> str:
    """A fingerprint of the whole set; `fixed.sha256` holds the one it was fixed at."""
    return hashlib.sha256(as_lines().encode()).hexdigest()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(as_lines(), encoding="utf-8")
    print(checksum())

"""Invented things for the catalogue to show. No child, family or place here is real."""

from typing import Any

from django.core.paginator import Paginator

from heed.design import charts, fields
from heed.design.forms import PlainForm
from heed.design.shapes import Entry, Problem, Step


class EveryField(PlainForm):
    """One of each field."""

    who = fields.LineField(label="Who leads for your agency", help_text="A post, not a name")
    harder = fields.LongField(
        label="What made it harder to help?",
        help_text="Think about how things were set up, not about who did what",
        words=(80, 200),
        private=True,
    )
    helped = fields.LongField(label="What helped?", required=False, rows=3)
    happened = fields.WhenField(
        label="When did it happen?", help_text="For example 3 April 2026", not_future=True
    )
    route = fields.OneOfField(
        label="What should happen next",
        choices=[("learn", "Learn together"), ("other", "Something else")],
        hints={"learn": "Agencies meet and reflect"},
        reveals={"other": "other"},
    )
    other = fields.LineField(label="What else")
    known = fields.YesNoField(label="Is the child known to your agency?")
    agencies = fields.AnyOfField(
        label="Which agencies were involved",
        choices=[("school", "School"), ("gp", "GP practice"), ("none", "None of these")],
        alone="none",
    )
    area = fields.PickField(label="Local authority", choices=[("t", "Tamarside"), ("l", "Lynmoor")])
    email = fields.MailField(label="Work email")
    people = fields.WholeNumberField(label="How many of you are coming", min_value=1, max_value=40)
    paper = fields.FileField(
        label="Finished in Word?", help_text="Up to 20MB", kinds=["docx", "pdf"], required=False
    )
    password = fields.PasswordField(label="Password")
    code = fields.CodeField(label="The code we sent you", help_text="It is good for 15 minutes")
    agreed = fields.TickField(label="I have read this with a colleague")


class ShortForm(PlainForm):
    """Two fields."""

    agency = fields.LineField(label="Agency")
    lead = fields.LineField(label="Who leads", required=False)


class ReplyForm(PlainForm):
    """A reply to an invitation, which carries its version."""

    coming = fields.YesNoField(label="Will you come?", reveals={"no": "instead"})
    instead = fields.LineField(label="Who might come in your place", required=False)


class AgencySearch(PlainForm):
    """One word to look for."""

    agency = fields.LineField(label="Find an agency", required=False, mark_optional=False)


class Criterion(PlainForm):
    """A criterion, and what shows it."""

    improve = fields.OneOfField(
        label="Does the case show that improvements are needed, including ones identified before?",
        choices=[("yes", "Yes"), ("maybe", "May do"), ("no", "No")],
        inline=True,
        small=True,
    )
    shows = fields.LongField(label="What shows this", rows=2, mark_optional=False, required=False)


class Shared(PlainForm):
    """One long answer that is being kept as it is written."""

    story = fields.LongField(label="What was daily life like?", words=(80, 200), rows=3)


class _Concerns:
    """Stands in for a related set."""

    @staticmethod
    def all() -> list[dict[str, str]]:
        return [{"words": "Girl, 4 to 6 years", "age_band": "4 to 6"}]


def _steps(reached: int) -> list[Step]:
    named = [
        ("Referral", "5 October"),
        ("Decision", "22 October"),
        ("Scope", "30 October"),
        ("Returns", "7 of 9 ready"),
        ("Event", "3 December"),
        ("Report", "by 17 December"),
        ("Publish", "January"),
        ("Recommendations", "after publishing"),
    ]
    return [
        Step(label, "done" if at < reached else "now" if at == reached else "to come", note)
        for at, (label, note) in enumerate(named)
    ]


def _link(label: str, **more: Any) -> dict[str, Any]:
    return {"label": label, "href": "#link", "count": 0, "current": False, **more}


def _form(kind: type[PlainForm], name: str, data: Any = None, **more: Any) -> PlainForm:
    return kind(data, auto_id=f"{name}-%s", **more)


def context() -> dict[str, Any]:
    """Everything that an example may name."""
    pages = Paginator(range(240), 10)
    return {
        "kinds": "soon late done level early private restricted wait plain".split(),  # noqa: SIM905
        "case": {
            "known_as": "Wren",
            "reference": "TAM-26-7K4M",
            "restricted": False,
            "concerns": _Concerns,
        },
        "steps": _steps(3),
        "steps_done": _steps(8),
        "beside": [
            {
                "heading": "Coroner’s investigation or inquest",
                "text": "Holds publication.",
                "url": "#",
            },
        ],
        "noticed": [
            {
                "words": "Danielle",
                "identity": True,
                "said": "It may be a name. “The officer” says the same.",
            }
        ],
        "entries": [
            Entry(
                "20 November 2026, 4:12pm",
                "Adult mental health marked its return ready to bring.",
                "2026-11-20T16:12",
            ),
            Entry(
                "18 November 2026",
                "Wren’s grandmother agreed to join part of the event.",
                "2026-11-18",
                state="Restricted: 4 people",
                kind="restricted",
            ),
            Entry(
                "22 October 2026",
                "The review group decided to hold a review.",
                "2026-10-22",
                href="#reasons",
                link="Its reasons",
            ),
        ],
        "columns": ["Reference", "Known here as", "Stage", "Waiting on", "Date"],
        "views": [
            _link("Mine (2)"),
            _link("All open (9)", current=True),
            _link("Closed this year (6)"),
        ],
        "page": pages.page(6),
        "first_page": pages.page(1),
        "asked": _form(EveryField, "asked"),
        "wrong": _form(EveryField, "wrong", {"happened": "31/2/2026", "route": "other"}),
        "short_form": _form(ShortForm, "short"),
        "reply_form": _form(ReplyForm, "reply", seen=3),
        "search_form": _form(AgencySearch, "search"),
        "criterion": _form(
            Criterion,
            "criterion",
            initial={
                "improve": "yes",
                "shows": "Notes about the home stayed on a closed tenancy record.",
            },
        ),
        "shared": _form(
            Shared,
            "shared",
            initial={"story": "The child liked to know, each morning, who would be at the door."},
        ),
        "problems": [
            Problem("Row 4: write the date as 3 April 2026", "row-4"),
            Problem("Row 9 is empty. Fill it in or take it out"),
        ],
        "effects": ["Too soon", "No difference yet", "Some difference"],
        "deliveries": [
            {"label": "Not begun", "cells": _cells(1, 0, 0)},
            {"label": "Under way", "cells": _cells(3, 0, 1)},
            {"label": "Delivered", "cells": _cells(1, 2, 1, key=1)},
        ],
        "line": charts.line(
            [38, 39, 37, 40],
            says="From 38 per cent in January to 40 per cent in October",
            begins="January",
            ends="October",
        ),
        "bars": charts.bars(
            [
                ("Housing knew in two days", [12, 9]),
                ("School knew the same day", [24, 21]),
                ("GP practice told in a week", [17, 19]),
            ],
            says="Emergency moves: who knew, this year and last",
            pattern="last-year",
            of=[30, 30, 30],
        ),
        "themes": [
            _link("Neglect", count=7),
            _link("Moves and housing", count=4, current=True),
            _link("Quiet children", count=6),
            _link("All themes"),
        ],
        "formats": [_link("PDF, one page"), _link("Word"), _link("One slide"), _link("Listen")],
    }


def _cells(*figures: int, key: int | None = None) -> list[dict[str, Any]]:
    return [{"figure": figure, "key": at == key} for at, figure in enumerate(figures)]

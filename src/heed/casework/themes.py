"""Themes over the years, for the group: learning and strengths, what was asked, what came back."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from heed.casework.access import DESK
from heed.design.charts import bars
from heed.doors import needs
from heed.memory import recurrence
from heed.memory.models import Effect
from heed.memory.recurrence import Course
from heed.memory.themes import Theme
from heed.partnership import queries as partnerships
from heed.partnership.models import Partnership
from heed.partnership.requests import Request

YEARS = 4
DRAWN = 8


@dataclass(frozen=True)
class Row:
    """One theme: by year (the newest last) what was met, then what was asked and what returned.

    ``years`` holds (year, learning, strengths); ``asked`` (what came of it, how many).
    """

    theme: Theme
    years: list[tuple[int, int, int]]
    learning: int
    strengths: int
    asked: list[tuple[str, int]]
    returned: str

    @property
    def met(self) -> int:
        """How often it was met, either way."""
        return self.learning + self.strengths


def rows(request: Request, partnership: Partnership) -> tuple[list[int], list[Row]]:
    """The years shown, and every theme that was met or asked about, the most frequent first."""
    courses = {
        one.theme.id: one
        for one in recurrence.themes_over_time(request.user, partnership=partnership)
    }
    effects = recurrence.effects(request.user, partnership=partnership)
    back = {
        one.theme.id: one for one in recurrence.returning(request.user, partnership=partnership)
    }
    met = {year for one in courses.values() for year in (*one.learning, *one.strengths)}
    years = sorted(met)[-YEARS:]
    found = []
    for theme in recurrence.known_themes({*courses, *effects}):
        course = courses.get(theme.id, Course(theme))
        asked = effects.get(theme.id, {})
        found.append(
            Row(
                theme=theme,
                years=[
                    (year, course.learning.get(year, 0), course.strengths.get(year, 0))
                    for year in years
                ],
                learning=sum(course.learning.values()),
                strengths=sum(course.strengths.values()),
                asked=[(effect.label, asked[effect]) for effect in Effect if effect in asked],
                returned=back[theme.id].sentence if theme.id in back else "",
            )
        )
    return years, sorted(found, key=lambda row: (-row.met, row.theme.label))


@needs(DESK, partnerships.partnership)
def themes(request: Request, partnership: Partnership) -> HttpResponse:
    """What was learnt again and again, what went well, and whether what was asked for helped."""
    years, found = rows(request, partnership)
    drawn = [row for row in found if row.met][:DRAWN]
    return render(
        request,
        "casework/themes.html",
        {
            "rows": found,
            "years": years,
            "headings": [
                "Theme",
                *map(str, years),
                "Recommendations, and what came of them",
            ],
            "chart": bars(
                [(row.theme.label, (row.learning, row.strengths)) for row in drawn],
                says="The themes met most often: learning, and beside it strengths. "
                "The table says the same by year.",
                pattern="themes",
            )
            if drawn
            else None,
            "returned": [row for row in found if row.returned],
            "marking": partnership.marking,
        },
    )

"""The register of open cases for the group: where each stands, and its action plan."""

from collections import defaultdict
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from heed.casework import queries, whole
from heed.casework.access import DESK
from heed.casework.todo import kind_of, words_for
from heed.design.shapes import Step
from heed.doors import needs
from heed.partnership import queries as partnerships
from heed.partnership.models import Case, Partnership, Person
from heed.partnership.requests import Request
from heed.recommendations.access import readable
from heed.recommendations.models import Recommendation
from heed.recommendations.states import LANE_WORDS, Delivery

A_PAGE = 40


@dataclass(frozen=True)
class Change:
    """One recommendation of a case, as the register shows it."""

    recommendation: Recommendation
    lane_word: str
    done: int
    tasks: int
    late: int


@dataclass(frozen=True)
class Row:
    """One open case: its stage, its next date, and what has been asked to change."""

    case: Case
    steps: list[Step]
    kind: str
    when: str
    changes: tuple[Change, ...]


def rows(person: Person, cases: list[Case]) -> list[Row]:
    """The rows of these cases, with the recommendations that the person may read."""
    plans: dict[int, list[Change]] = defaultdict(list)
    found = (
        readable(person)
        .filter(case__in=[case.pk for case in cases])
        .select_related("group", "partnership")
        .prefetch_related("actions")
        .order_by("pk")
    )
    for one in found:
        tasks = list(one.actions.all())
        done = [task for task in tasks if task.state in (Delivery.DONE, Delivery.PROVEN)]
        late = [task for task in tasks if task not in done and kind_of(task.due) == "late"]
        plans[one.case_id].append(
            Change(one, LANE_WORDS[one.lane], len(done), len(tasks), len(late))
        )
    return [
        Row(
            case,
            whole.mini_steps(case),
            kind_of(case.target),
            words_for(case.target, deadline=case.deadline) if case.target else "No date",
            tuple(plans[case.pk]),
        )
        for case in cases
    ]


@needs(DESK, partnerships.partnership)
def register(request: Request, partnership: Partnership) -> HttpResponse:
    """Every open case that this person may know of, the nearest date first."""
    cases = queries.worklist(request.user, partnership)
    page = Paginator(cases, A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "casework/register.html",
        {
            "page": page,
            "rows": rows(request.user, list(page.object_list)),
            "marking": partnership.marking,
        },
    )

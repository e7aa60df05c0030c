"""The desk's pages: today, the worklist, the whole case."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from heed import clock
from heed.alongside.access import LIST as LIST_ALONGSIDE
from heed.casework import forms, queries, whole
from heed.casework.access import DESK, TODAY, WHOLE
from heed.casework.todo import desk_of, kind_of, waiting_on, words_for
from heed.design import dates
from heed.doors import allows, needs, open_to_all
from heed.papers import tables
from heed.partnership import operations as partnership_operations
from heed.partnership import queries as partnerships
from heed.partnership.access import NAME_ON_CASE, RESTRICT_CASE, belongs, is_coordinator
from heed.partnership.models import Case, Partnership
from heed.partnership.requests import Request
from heed.partnership.states import STEPS, PartKind

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def _counted(things: int) -> str:
    return NUMBERS[things] if things < len(NUMBERS) else str(things)


def _heading(total: int, today: int) -> str:
    if not total:
        return "Nothing needs you today"
    needs_ = (
        f"{_counted(total)} thing{'' if total == 1 else 's'} need{'s' if total == 1 else ''} you"
    )
    if not today and total == 1:
        return f"{needs_}, but not today"
    if not today:
        return f"{needs_}, none of them today"
    if today == total:
        return f"{needs_} today"
    return f"{needs_}, {_counted(today).lower()} of them today"


def _rows(cases: list[Case]) -> list[dict[str, object]]:
    return [
        {
            "case": case,
            "steps": whole.mini_steps(case),
            "kind": kind_of(case.target) if not case.ended_on else "done",
            "when": _when(case),
        }
        for case in cases
    ]


def _when(case: Case) -> str:
    if case.ended_on:
        return f"{case.stage_word}, {dates.day(case.ended_on)}"
    return words_for(case.target, deadline=case.deadline) if case.target else "No date"


@open_to_all
def front(request: HttpRequest, partnership: str) -> HttpResponse:
    """The partnership's door: the day's work for those who work here, the library for everyone."""
    house = request.partnership  # type: ignore[attr-defined]
    if house is not None and allows(request.user, TODAY, house):
        return redirect("casework:today", partnership=partnership)
    return redirect("library:list", partnership=partnership)


@needs(TODAY, partnerships.partnership)
def today(request: Request, partnership: Partnership) -> HttpResponse:
    """What waits on this person, by date; then the open reviews that they follow."""
    desk = desk_of(request.user, partnership)
    todo = waiting_on(desk)
    now = [one for one in todo if one.today]
    shows = queries.sees_worklist(request.user, partnership)
    cases = desk.cases[:12] if shows else []
    return render(
        request,
        "casework/today.html",
        {
            "heading": _heading(len(todo), len(now)),
            "day": dates.weekday(clock.today()),
            "now": now,
            "week": [one for one in todo if one.soon and not one.today],
            "later": [one for one in todo if not one.soon],
            "rows": _rows(cases),
            "shows": shows,
            "may_refer": belongs.test(request.user, partnership),
            "may_bring_in": not cases and is_coordinator.test(request.user, partnership),
            "others": queries.waiting_on_others(desk.cases) if shows else [],
            **whole.beside_today(request.user, partnership),
        },
    )


@needs(DESK, partnerships.partnership)
def worklist(request: Request, partnership: Partnership) -> HttpResponse:
    """Every review that this person may know of; filtered, or as a spreadsheet."""
    which = request.GET.get("which", queries.OPEN)
    stage, text = request.GET.get("stage", ""), request.GET.get("text", "")[:100]
    cases = queries.worklist(request.user, partnership, which=which, stage=stage, text=text)
    if "as" in request.GET:
        return tables.answer(_table(cases[:5000], partnership), request.GET["as"])
    page = Paginator(cases, 50).get_page(request.GET.get("page"))
    return render(
        request,
        "casework/worklist.html",
        {
            "page": page,
            "rows": _rows(list(page.object_list)),
            "which": which,
            "stage": stage,
            "text": text,
            "stages": STEPS,
            "filtered": bool(stage or text.strip()),
            "wide": allows(request.user, LIST_ALONGSIDE, partnership),
        },
    )


def _table(cases: Iterable[Case], partnership: Partnership) -> tables.Table:
    """The worklist, to take away."""
    return tables.Table(
        name=f"{partnership.slug}-reviews",
        head=[
            "Reference",
            "Known here as",
            "Stage",
            "Waiting on",
            "Date",
            "Opened",
            "Earlier reference",
        ],
        rows=[
            [
                case.reference,
                case.known_as,
                case.stage_word,
                case.waiting_on,
                case.target,
                case.opened_on,
                case.old_reference,
            ]
            for case in cases
        ],
        sheet="Reviews",
    )


@needs(WHOLE, partnerships.case, confidential=True)
def case(request: Request, case: Case) -> HttpResponse:
    """The whole case: where it stands, what comes next, what has happened."""
    return render(request, "casework/case.html", whole.gather(request.user, case))


@needs(NAME_ON_CASE, partnerships.case)
def who(request: Request, case: Case) -> HttpResponse:
    """Who can open a case; naming somebody on it, or ending their part."""
    people = list(partnerships.roster(request.user, case.partnership))
    form = forms.NameForm(request.POST or None, people=people)
    if request.method == "POST" and "end" in request.POST:
        part = partnerships.named_on(case).filter(pk=request.POST["end"]).first()
        if part is not None:
            partnership_operations.end_part(part, by=request.user)
            messages.success(request, "Their part in this case has ended.")
        return redirect("casework:who", partnership=case.partnership.slug, reference=case.reference)
    if request.method == "POST" and form.is_valid():
        partnership_operations.name_on_case(
            case,
            by=request.user,
            person=next(p for p in people if str(p.pk) == form.cleaned_data["person"]),
            kind=PartKind(form.cleaned_data["kind"]),
        )
        return redirect("casework:who", partnership=case.partnership.slug, reference=case.reference)
    return render(
        request,
        "casework/who.html",
        {
            "case": case,
            "form": form,
            "named": partnerships.named_on(case),
            "out": case.shut_out.select_related("person"),
        },
    )


@needs(RESTRICT_CASE, partnerships.case)
def restrict(request: Request, case: Case) -> HttpResponse:
    """Close a case to all but the people ticked, or lift that again."""
    named = list(partnerships.named_on(case))
    if request.method == "POST":
        if case.restricted:
            partnership_operations.lift_restriction(case, by=request.user, why="")
        else:
            keep = [
                p.person for p in named if p.person and str(p.pk) in request.POST.getlist("keep")
            ]
            partnership_operations.restrict(case, by=request.user, keep=keep)
        return redirect(
            "casework:case", partnership=case.partnership.slug, reference=case.reference
        )
    return render(request, "casework/restrict.html", {"case": case, "named": named})


@needs(RESTRICT_CASE, partnerships.case)
def shut_out(request: Request, case: Case) -> HttpResponse:
    """Keep somebody from knowing anything of a case."""
    people = [p for p in partnerships.roster(request.user, case.partnership) if p != request.user]
    form = forms.ShutOutForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        partnership_operations.shut_out(
            case,
            by=request.user,
            person=next(p for p in people if str(p.pk) == form.cleaned_data["person"]),
            reason=form.cleaned_data["reason"],
        )
        return redirect("casework:who", partnership=case.partnership.slug, reference=case.reference)
    return render(request, "casework/shut_out.html", {"case": case, "form": form})

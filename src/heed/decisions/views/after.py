"""What follows a decision: disagreement step by step, the Panel's reply, letters."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.decisions import copying, forms, operations, queries
from heed.decisions import since as afterwards
from heed.decisions.access import (
    ADVISE,
    ANSWER_STEP,
    DISAGREE,
    HEAR_PANEL,
    LETTERS,
    READ_DISAGREEMENT,
    holds_the_step,
)
from heed.decisions.models import Decision, Disagreement, Letter, Step
from heed.decisions.states import LetterState, Reply, StepOutcome
from heed.decisions.views.shared import to
from heed.decisions.writing import latest_recorded
from heed.doors import allows, needs
from heed.papers.sheets import Kind, answer
from heed.partnership import queries as partnerships
from heed.partnership.access import is_partner_executive
from heed.partnership.models import Case
from heed.partnership.requests import Request
from heed.pathways.queries import pack_of
from heed.refusals import NotNow, OutOfDate


@needs(DISAGREE, queries.decision, confidential=True)
def disagree(request: Request, decision: Decision) -> HttpResponse:
    """Somebody sees a decision differently, and takes it up the ladder."""
    case = decision.case
    for_another = not is_partner_executive.test(request.user, case)
    agencies = list(partnerships.agencies(case.partnership)) if for_another else []
    form = forms.DisagreeForm(request.POST or None, agencies=agencies, for_another=for_another)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        made = operations.disagree(
            decision,
            by=request.user,
            words=data["words"],
            name=data.get("name", ""),
            agency=next((a for a in agencies if str(a.pk) == data.get("agency")), None),
        )
        messages.success(request, "Taken up. It is with the first step of the ladder.")
        return redirect(to("disagreement", case, number=made.pk))
    return render(
        request,
        "decisions/ask.html",
        {
            "case": case,
            "form": form,
            "screen": "decision-disagree",
            "heading": "Somebody sees this decision differently",
            "button": "Take it up",
            "back": to("record", case, number=decision.number),
            "back_to": "The decision",
        },
    )


@needs(READ_DISAGREEMENT, afterwards.disagreement, confidential=True)
def disagreement(request: Request, disagreement: Disagreement) -> HttpResponse:
    """A disagreement with its steps: who, since when, by when, what they said; and the advice."""
    case = disagreement.case
    steps = list(disagreement.steps.all())
    now = next((one for one in steps if not one.outcome), None)
    ladder = pack_of(case).decision.ladder
    return render(
        request,
        "decisions/disagreement.html",
        {
            "case": case,
            "disagreement": disagreement,
            "steps": steps,
            "now": now,
            "above": ladder[len(steps) :] if now else (),
            "advice": list(disagreement.advice.all()),
            "may_answer": now is not None
            and disagreement.goes_on
            and allows(request.user, ANSWER_STEP, now),
            "may_advise": disagreement.goes_on and allows(request.user, ADVISE, case),
        },
    )


@needs(ANSWER_STEP, afterwards.step_now, confidential=True)
def answer_step(request: Request, step: Step) -> HttpResponse:
    """Say what came of the step that a disagreement is with."""
    disagreement, case = step.disagreement, step.case
    ladder = pack_of(case).decision.ladder
    form = forms.StepForm(
        request.POST or None,
        top=step.rung == ladder[-1].id,
        for_another=not holds_the_step.test(request.user, step),
        who=step.who,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            operations.answer_step(
                step,
                by=request.user,
                outcome=StepOutcome(data["outcome"]),
                said=data["said"],
                said_by=data.get("said_by", ""),
            )
            messages.success(request, "Kept.")
            return redirect(to("disagreement", case, number=disagreement.pk))
        except NotNow as refused:
            form.add_error(None, refused.sentence)
    return _ask(
        request, case, form, "ladder-step", step.who, "Save",
        to("disagreement", case, number=disagreement.pk), "The disagreement",
    )  # fmt: skip


@needs(ADVISE, afterwards.disagreement, confidential=True)
def advise(request: Request, disagreement: Disagreement) -> HttpResponse:
    """The scrutineer's advice on a disagreement."""
    case = disagreement.case
    form = forms.AdviceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.advise(disagreement, by=request.user, words=form.cleaned_data["words"])
        return redirect(to("disagreement", case, number=disagreement.pk))
    return _ask(
        request, case, form, "ladder-advice", "Advise", "Save",
        to("disagreement", case, number=disagreement.pk), "The disagreement",
    )  # fmt: skip


@needs(HEAR_PANEL, queries.decision, confidential=True)
def hear_panel(request: Request, decision: Decision) -> HttpResponse:
    """Enter what the Panel replied."""
    case = decision.case
    form = forms.PanelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        heard = operations.hear_panel(
            decision,
            by=request.user,
            reply=Reply(data["reply"]),
            from_whom=data["from_whom"],
            text=data["text"],
            happened_on=data["happened_on"],
        )
        messages.success(
            request,
            "Kept. The case is weighed again, and messages to the chair and the partners wait in "
            "the outbox."
            if heard.led_to
            else "Kept. It stands beside the decision.",
        )
        return redirect(to("record", case, number=decision.number))
    return _ask(
        request, case, form, "panel-reply", "", "Save",
        to("record", case, number=decision.number), "The decision",
    )  # fmt: skip


@needs(LETTERS, queries.case, confidential=True)
def letters(request: Request, case: Case) -> HttpResponse:
    """The letters of a case: to be read, gone, set aside."""
    decided = latest_recorded(case)
    return render(
        request,
        "decisions/letters.html",
        {"case": case, "letters": afterwards.letters(case), "decision": decided},
    )


@require_POST
@needs(LETTERS, queries.decision)
def write_letters(request: Request, decision: Decision) -> HttpResponse:
    """Write every letter that a decision calls for, as drafts."""
    made = operations.write_letters(decision, by=request.user)
    messages.success(
        request,
        f"{len(made)} letter{' waits' if len(made) == 1 else 's wait'} to be read."
        if made
        else "Every letter that this decision calls for is written already.",
    )
    return redirect(to("letters", decision.case))


@needs(LETTERS, afterwards.letter, confidential=True)
def letter(request: Request, letter: Letter) -> HttpResponse:
    """Read a letter, change it, send it to the outbox or print it."""
    case = letter.case
    initial = {name: getattr(letter, name) for name in ("to_whom", "to_address", "title", "body")}
    form = forms.LetterForm(request.POST or None, seen=letter.version, initial=initial)
    if letter.on_paper:
        del form.fields["to_address"]
    if request.method == "POST" and form.is_valid() and _may_go(request, letter, form):
        try:
            operations.rewrite_letter(
                letter,
                by=request.user,
                seen=form.cleaned_data["seen"],
                to_whom=form.cleaned_data["to_whom"],
                to_address=form.cleaned_data.get("to_address", ""),
                title=form.cleaned_data["title"],
                body=form.cleaned_data["body"],
            )
            if "send" in request.POST:
                operations.send_letter(letter, by=request.user)
                messages.success(request, "It waits in the outbox.")
                return redirect(to("letters", case))
            messages.success(request, "Saved.")
            return redirect(to("letter", case, number=letter.pk))
        except OutOfDate as refused:
            form.started_again(seen=refused.current.version)
            form.add_error(None, refused.sentence)
        except NotNow as refused:
            letter.refresh_from_db()
            form.started_again(seen=letter.version)
            form.add_error(None, refused.sentence)
    return render(
        request,
        "decisions/letter.html",
        {
            "case": case,
            "letter": letter,
            "form": form,
            "draft": letter.state == LetterState.DRAFT,
            "marking": pack_of(case).marking,
        },
    )


def _may_go(request: Request, letter: Letter, form: forms.LetterForm) -> bool:
    """Whether a letter has what it needs to be mailed, where that is asked for."""
    if "send" in request.POST and not letter.on_paper and not form.cleaned_data["to_address"]:
        form.add_error(
            "to_address", "Enter the email address, or print the letter and hand it over on paper"
        )
        return False
    return True


@needs(LETTERS, afterwards.letter, confidential=True)
def letter_file(request: Request, letter: Letter, *, kind: Kind) -> HttpResponse:
    """The letter as Word or PDF, with a line for the name."""
    return answer(copying.letter_sheet(letter), kind)


@needs(LETTERS, afterwards.letter)
def hand_over(request: Request, letter: Letter) -> HttpResponse:
    """Enter who handed a letter over on paper, and when."""
    case = letter.case
    form = forms.HandOverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.hand_over_letter(letter, by=request.user, **form.cleaned_data)
        messages.success(request, "Kept.")
        return redirect(to("letters", case))
    return _ask(
        request, case, form, "letter-handed", "Handed over on paper", "Save",
        to("letter", case, number=letter.pk), "The letter",
    )  # fmt: skip


@require_POST
@needs(LETTERS, afterwards.letter)
def set_aside(request: Request, letter: Letter) -> HttpResponse:
    """Decide not to send a letter."""
    operations.set_letter_aside(letter, by=request.user)
    return redirect(to("letters", letter.case))


def _ask(
    request: Request,
    case: Case,
    form: forms.AdviceForm | forms.StepForm | forms.PanelForm | forms.HandOverForm,
    screen: str,
    heading: str,
    button: str,
    back: str,
    back_to: str,
) -> HttpResponse:
    return render(
        request,
        "decisions/ask.html",
        {
            "case": case,
            "form": form,
            "screen": screen,
            "heading": heading,
            "asks": "What does the Panel say?" if screen == "panel-reply" else "",
            "button": button,
            "back": back,
            "back_to": back_to,
        },
    )

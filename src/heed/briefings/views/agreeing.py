"""Reading the page before it is released, talking about it, and signing it off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from heed.briefings import content, forms, operations, queries
from heed.briefings.access import (
    AGREE,
    ASK_CHANGE,
    COMMENT,
    READ,
    REOPEN,
    SETTLE_COMMENT,
    SIGN_OFF,
    WITHDRAW,
    WRITE,
)
from heed.briefings.compare import changes
from heed.briefings.models import Briefing, Comment
from heed.briefings.states import BriefingState
from heed.briefings.views.shared import about, shown_parts, to
from heed.doors import allows, needs
from heed.partnership.requests import Request
from heed.partnership.states import Means
from heed.pathways.queries import pack_of

OUT = (BriefingState.RELEASED, BriefingState.WITHDRAWN)
MAY = {
    "write": WRITE,
    "comment": COMMENT,
    "ask_change": ASK_CHANGE,
    "agree": AGREE,
    "reopen": REOPEN,
    "withdraw": WITHDRAW,
}


@needs(READ, queries.briefing, confidential=True)
def report(request: Request, page: Briefing) -> HttpResponse:
    """The page as it stands, what was said about it, and the one next step."""
    layout = queries.layout_of(page)
    comments = queries.comments(page)
    parts = [
        (heading, shown, [one for one in comments if one.section == part])
        for part, heading, shown in shown_parts(page, layout)
    ]
    placed = {part for part, _, _ in shown_parts(page, layout)}
    drawn = queries.draft_sheet(page)
    return render(
        request,
        "briefings/report.html",
        about(
            page,
            parts=parts,
            elsewhere=[one for one in comments if one.section not in placed],
            byline=content.byline(page, layout),
            versions=list(queries.versions(page)),
            signed=queries.sign_off(page) if page.state == BriefingState.SIGNED_OFF else None,
            released=queries.released(page) if page.state in OUT else None,
            fits=queries.fits_in(drawn),
            percent=round(drawn.fill * 100),
            room=queries.room_in(drawn),
            may_settle=allows(request.user, SETTLE_COMMENT, page),
            comment_form=forms.CommentForm(layout=layout),
            may={name: allows(request.user, door, page) for name, door in MAY.items()},
        ),
    )


@needs(READ, queries.briefing, confidential=True)
def version(request: Request, page: Briefing, *, number: int) -> HttpResponse:
    """One saved version, with what changed since the one before it."""
    found = get_object_or_404(page.versions.select_related("saved_by"), number=number)
    before = page.versions.filter(number=number - 1).first()
    layout = queries.layout_of(page)
    headings = {"title": "Title", "focus": "Short focus", "audience": "Who it is for"}
    headings |= {section.id: section.heading for section in layout.sections}
    earlier = dict(content.public_parts(before, layout)) if before else {}
    parts = [
        (headings[part], changes(earlier.get(part, ""), text) if before else None, text)
        for part, text in content.public_parts(found, layout)
        if text or earlier.get(part)
    ]
    return render(
        request, "briefings/version.html", about(page, version=found, parts=parts, before=before)
    )


@needs(WRITE, queries.briefing)
def send(request: Request, page: Briefing) -> HttpResponse:
    """Send the page to the group that signs it off."""
    drawn = queries.draft_sheet(page)
    empty = queries.still_empty(page)
    form = forms.SendForm(
        request.POST or None, seen=page.version, wanting=bool(empty or not drawn.fits)
    )
    if request.method == "POST" and form.is_valid():
        operations.send_to_group(
            page,
            by=request.user,
            seen=form.cleaned_data["seen"],
            because=form.cleaned_data.get("because") or "",
        )
        messages.success(request, "The page is with the group. A message waits in the outbox.")
        return redirect(to("report", page))
    reading = queries.read(page)
    return render(
        request,
        "briefings/send.html",
        about(
            page,
            form=form,
            empty=empty,
            fits=queries.fits_in(drawn),
            fitting=drawn.fits,
            unsettled=len(reading.unsettled),
            complete=reading.complete,
        ),
    )


@require_POST
@needs(WRITE, queries.briefing)
def take_back(request: Request, page: Briefing) -> HttpResponse:
    """Take the page back from the group."""
    form = forms.PlainForm(request.POST, seen=page.version)
    if form.is_valid():
        operations.take_back(page, by=request.user, seen=form.cleaned_data["seen"])
        messages.success(request, "The page is yours to write again.")
    return redirect(to("edit", page))


@require_POST
@needs(COMMENT, queries.briefing)
def comment(request: Request, page: Briefing) -> HttpResponse:
    """Say something about the page."""
    form = forms.CommentForm(request.POST, layout=queries.layout_of(page))
    if not form.is_valid():
        return render(request, "briefings/comment.html", about(page, form=form))
    operations.comment(
        page,
        by=request.user,
        words=form.cleaned_data["words"],
        section=form.cleaned_data["section"],
    )
    messages.success(request, "Your comment is with the page.")
    return redirect(to("report", page))


@needs(SETTLE_COMMENT, queries.comment)
def answer(request: Request, said: Comment) -> HttpResponse:
    """Answer a comment and set it aside as settled."""
    form = forms.AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.settle_comment(said, by=request.user, answer=form.cleaned_data["answer"])
        return redirect(to("report", said.briefing))
    return render(request, "briefings/answer.html", about(said.briefing, form=form, said=said))


@needs(ASK_CHANGE, queries.briefing)
def ask_change(request: Request, page: Briefing) -> HttpResponse:
    """Ask for a change before the page is signed off."""
    form = forms.ChangeForm(request.POST or None, seen=page.version, layout=queries.layout_of(page))
    if request.method == "POST" and form.is_valid():
        operations.ask_for_change(
            page,
            by=request.user,
            seen=form.cleaned_data["seen"],
            words=form.cleaned_data["words"],
            section=form.cleaned_data["section"],
        )
        messages.success(request, "What should change is with whoever writes the page.")
        return redirect(to("report", page))
    return render(request, "briefings/ask_change.html", about(page, form=form))


@needs(AGREE, queries.briefing)
def sign_off(request: Request, page: Briefing) -> HttpResponse:
    """Sign the page off; or, for the coordinator, enter that it was signed off elsewhere."""
    in_heed = allows(request.user, SIGN_OFF, page)
    make = forms.SignOffForm if in_heed else forms.SignOffElsewhereForm
    form = make(request.POST or None, seen=page.version)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        operations.sign_off(
            page,
            by=request.user,
            seen=data["seen"],
            note=data["note"],
            happened_on=data.get("happened_on"),
            means=Means(data.get("means") or Means.HEED),
            on_word_of=data.get("on_word_of") or "",
        )
        messages.success(request, "The page is signed off. Next are the checks before release.")
        return redirect(to("report", page))
    reading = queries.read(page)
    return render(
        request,
        "briefings/sign_off.html",
        about(
            page,
            form=form,
            in_heed=in_heed,
            unsettled=len(reading.unsettled),
            group=page.sign_off_group or pack_of(page.case).word("review_group"),
        ),
    )


@needs(REOPEN, queries.briefing)
def reopen(request: Request, page: Briefing) -> HttpResponse:
    """Open a page that was signed off, or withdrawn, to be changed."""
    form = forms.ReopenForm(request.POST or None, seen=page.version)
    if request.method == "POST" and form.is_valid():
        operations.reopen(
            page, by=request.user, seen=form.cleaned_data["seen"], words=form.cleaned_data["words"]
        )
        return redirect(to("report", page))
    return render(request, "briefings/reopen.html", about(page, form=form))

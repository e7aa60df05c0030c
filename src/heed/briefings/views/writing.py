"""Beginning the page and writing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.briefings import content, forms, operations, queries
from heed.briefings.access import BEGIN, READ, WRITE
from heed.briefings.models import Briefing
from heed.briefings.views.shared import about, to
from heed.doors import needs
from heed.memory import themes
from heed.partnership import queries as partnerships
from heed.partnership.models import Case
from heed.partnership.requests import Request
from heed.refusals import NotNow, OutOfDate
from heed.release.reading import PageReading, nested, put_instead


@needs(BEGIN, partnerships.case)
def begin(request: Request, case: Case) -> HttpResponse:
    """Begin the page of a case: what it is, how long it is, who reads it."""
    begun = Briefing.objects.filter(case=case).first()
    if begun is not None:
        return redirect(to("edit", begun))
    if request.method == "POST":
        return redirect(to("edit", operations.begin_page(case, by=request.user)))
    layout = queries.pack_of(case).briefing
    return render(request, "briefings/begin.html", {"case": case, "layout": layout})


@needs(WRITE, queries.briefing, confidential=True)
def edit(request: Request, page: Briefing) -> HttpResponse:
    """The editor: the words, how they fit, and beside each part what the check found in it."""
    if not page.being_written:
        return redirect(to("report", page))
    layout = queries.layout_of(page)
    form = forms.PageForm.of(page, layout, request.POST or None)
    if request.method != "POST":
        return _editor(request, page, form, queries.read(page))
    if not form.is_valid():
        return _editor(request, page, form, queries.read(page))
    pressed, _, mark = request.POST.get("do", "save").partition(":")
    words = form.words
    if pressed == "use":
        words = _with_suggestion(page, words, mark)
    try:
        operations.save_page(
            page,
            by=request.user,
            seen=form.cleaned_data["seen"],
            title=words.title,
            focus=words.focus,
            audience=words.audience,
            sections=words.sections,
            size=float(form.cleaned_data["size"]),
        )
    except OutOfDate as refused:
        return _both(request, page, form, refused.current)
    if pressed == "keep":
        return _keep(request, page, mark)
    if pressed == "let-go":
        operations.let_go_of_reason(page, by=request.user, mark=mark)
    messages.success(request, f"Saved. This is version {page.edition}.")
    return redirect(to("edit", page))


@require_POST
@needs(WRITE, queries.briefing)
def measure(request: Request, page: Briefing) -> HttpResponse:
    """How the words on the screen would fit, measured by drawing them. Nothing is saved."""
    form = forms.PageForm.of(page, queries.layout_of(page), request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest("These words could not be measured.")
    size = float(form.cleaned_data["size"])
    sheet = queries.draft_sheet(page, written=form.words, size=size)
    return JsonResponse(
        {
            "percent": round(sheet.fill * 100),
            "heading": queries.fits_in(sheet),
            "room": queries.room_in(sheet),
        }
    )


@needs(READ, queries.briefing)
def sheet(request: Request, page: Briefing) -> HttpResponse:
    """The page as it would be printed, marked as a draft."""
    drawn = queries.draft_sheet(page)
    response = HttpResponse(drawn.pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{page.reference}-draft.pdf"'
    return response


@needs(WRITE, queries.briefing)
def choose_themes(request: Request, page: Briefing) -> HttpResponse:
    """Choose the page's themes (those that its words speak of come first), readers and ages."""
    words = content.public_text(page, queries.layout_of(page))
    suggested = themes.suggest(words, limit=8)
    form = forms.ThemesForm(
        request.POST or None,
        seen=page.version,
        suggested=[one.theme.id for one in suggested],
        chosen=list(page.themes),
        ages=list(page.ages),
        roles=list(page.roles),
    )
    if request.method == "POST" and form.is_valid():
        operations.choose_themes(
            page,
            by=request.user,
            seen=form.cleaned_data["seen"],
            themes=form.chosen,
            ages=form.cleaned_data["ages"],
            roles=form.cleaned_data["roles"],
        )
        return redirect(to("publish" if page.state == "signed_off" else "report", page))
    return render(request, "briefings/themes.html", about(page, form=form, suggested=suggested))


def _editor(
    request: Request,
    page: Briefing,
    form: forms.PageForm,
    reading: PageReading,
    *,
    both: list[tuple[str, str, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    numbers = {hit.mark: at for at, hit in enumerate((*reading.identity, *reading.language), 1)}
    drawn = queries.draft_sheet(page)
    comments = [one for one in queries.comments(page) if one.settled_at is None]
    parts: list[dict[str, Any]] = [
        {
            "field": form[name],
            "length": length,
            "identity": [
                (numbers[hit.mark], hit, [(numbers[one.mark], one) for one in inside])
                for hit, inside in nested([one for one in reading.identity if one.part == part])
            ],
            "wording": [(numbers[hit.mark], hit) for hit in reading.language if hit.part == part],
            "comments": [one for one in comments if one.section == part],
        }
        for name, part, length in _parts(form, page)
    ]
    return render(
        request,
        "briefings/edit.html",
        about(
            page,
            form=form,
            parts=parts,
            reading=reading,
            sheet=drawn,
            percent=round(drawn.fill * 100),
            fits=queries.fits_in(drawn),
            room=queries.room_in(drawn),
            whole=[one for one in comments if not one.section],
            may_settle=True,
            both=both or [],
        ),
        status=status,
    )


def _parts(form: forms.PageForm, page: Briefing) -> list[tuple[str, str, str]]:
    """Each part of the form in order: field, part, and its length against its budget."""
    found = [("title", "title", ""), ("focus", "focus", ""), ("audience", "audience", "")]
    for note in queries.section_notes(form.layout, page.sections):
        found.append((f"{forms.SECTION}{note.section.id}", note.section.id, note.length))
    return found


def _with_suggestion(page: Briefing, words: content.Words, mark: str) -> content.Words:
    """The words with one suggestion taken over; as they were where its sentence has changed."""
    hit = queries.read(page, written=words).marked(mark)
    if hit is None or not hit.instead:
        return words
    if hit.part in words.sections:
        text = put_instead(words.sections[hit.part], hit)
        return content.Words(
            words.title, words.focus, words.audience, {**words.sections, hit.part: text}
        )
    changed = {hit.part: put_instead(getattr(words, hit.part), hit)}
    return content.Words(
        title=changed.get("title", words.title),
        focus=changed.get("focus", words.focus),
        audience=changed.get("audience", words.audience),
        sections=words.sections,
    )


def _keep(request: Request, page: Briefing, mark: str) -> HttpResponse:
    reason = request.POST.get(f"reason-{mark}", "")
    try:
        operations.keep_words(page, by=request.user, mark=mark, reason=reason)
    except NotNow as refused:
        messages.error(request, f"The text is saved. {refused.sentence}")
    return redirect(to("edit", page))


def _both(
    request: Request, page: Briefing, form: forms.PageForm, current: Briefing
) -> HttpResponse:
    """Somebody saved other words meanwhile: both texts, part by part, and nothing lost."""
    layout = queries.layout_of(page)
    mine = dict(content.public_parts(form.words, layout))
    labels = {"title": "Title", "focus": "Short focus", "audience": "Who it is for"}
    labels |= {section.id: section.heading for section in layout.sections}
    both = [
        (labels[part], mine[part], text)
        for part, text in content.public_parts(current, layout)
        if mine[part].strip() != text.strip()
    ]
    again = form.started_again(seen=current.version)
    return _editor(
        request,
        queries.briefing(request.user, page.case.partnership.slug, page.reference),
        again,  # type: ignore[arg-type]
        queries.read(current, written=form.words),
        both=both,
        status=409,
    )

"""A module: its words, its papers, what its owners say of it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.briefings.text import blocks
from heed.design.forms import PlainForm
from heed.doors import DOORS, allows, needs
from heed.papers import operations as papers
from heed.papers.checking import Unfit
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.refusals import NotNow, OutOfDate
from heed.release.reading import nested
from heed.toolkit import forms, operations, queries
from heed.toolkit.access import AGREE, BEGIN, LIST, READ, TAKE_BACK, WRITE, ModuleAt
from heed.toolkit.models import Module, Toolkit
from heed.toolkit.states import ModuleKind, ModuleState, ShareState
from heed.toolkit.views.shared import ask, at_module, at_paper, home

TOOLKIT = "Toolkit"


@needs(LIST, queries.desk)
def toolkits(request: Request, partnership: Partnership) -> HttpResponse:
    """The partnership's modules by theme, the toolkits that it shares, and what waits for it."""
    return render(
        request,
        "toolkit/list.html",
        {
            "modules": [
                (
                    one,
                    next(
                        (a.says_word for a in one.approvals.all() if a.edition == one.edition), ""
                    ),
                )
                for one in queries.modules_of(request.user, partnership)
            ],
            "kits": [
                (one, queries.share_of(one, partnership))
                for one in queries.toolkits_of(request.user, partnership)
                if not one.own
            ],
            "may_begin": allows(request.user, BEGIN, partnership),
        },
    )


@needs(BEGIN, queries.desk)
def add(request: Request, partnership: Partnership) -> HttpResponse:
    """Write a module."""
    kits = _toolkits(request, partnership)
    begin = {"theme": request.GET.get("theme", ""), "kind": request.GET.get("kind", "")}
    if begin["kind"] == ModuleKind.REFLECT:
        begin |= {"words": queries.prompts(partnership)}
    form = forms.ModuleForm.of(None, request.POST or None, toolkits=kits, **begin)
    if request.method == "POST" and form.is_valid():
        kit = form.toolkit
        if kit.own:
            kit = operations.own_toolkit(partnership, by=request.user)
        made = operations.begin_module(
            kit, by=request.user, partnership=partnership, **form.written
        )
        return redirect(at_module("module", request, made))
    return ask(
        request,
        form,
        screen="module-add",
        heading="Write a module",
        back=(home(request), TOOLKIT),
        reflect=not request.POST and begin["kind"] != ModuleKind.REFLECT,
    )


@needs(READ, queries.module)
def module(request: Request, module: Module) -> HttpResponse:
    """One module: as readers will see it, what was found in it, what each owner says."""
    house = request.partnership
    at = ModuleAt(module, house)
    reading = queries.read(module, house, to_show=True)
    said = queries.said(module)
    mine = next((one for one in said if one.partnership == house), None)
    shelf = module.shelves.filter(partnership=house).first()
    stands = shelf is not None and shelf.stands
    agreed = mine is not None and mine.word == "Agreed"
    waits = module.state == ModuleState.WAITING and not agreed
    waits = waits or (module.state == ModuleState.SHOWN and not stands)
    may_agree = allows(request.user, AGREE, at)
    return render(
        request,
        "toolkit/module.html",
        {
            "module": module,
            "shown": blocks(module.words),
            "papers": queries.papers(module),
            "unread": queries.unread(module),
            "reading": reading,
            "found": [
                (hit, inside, queries.stands_in(module, hit))
                for hit, inside in nested(reading.identity)
            ],
            "said": said,
            "asked_for": queries.asked_for(module),
            "shelf": shelf,
            "stands": stands,
            "waits": waits,
            "may_agree": may_agree,
            "may_not_agree": DOORS[AGREE].says,
            "may_write": allows(request.user, WRITE, module),
            "may_take_back": stands and allows(request.user, TAKE_BACK, at),
            "form": PlainForm(seen=module.version),
        },
    )


@needs(WRITE, queries.module)
def edit(request: Request, module: Module) -> HttpResponse:
    """Change the words of a module that is being written."""
    kits = [module.toolkit]
    form = forms.ModuleForm.of(module, request.POST or None, toolkits=kits)
    theirs = ""
    if request.method == "POST" and form.is_valid():
        try:
            operations.save_module(
                module, by=request.user, seen=form.cleaned_data["seen"], **form.written
            )
            return redirect(at_module("module", request, module))
        except OutOfDate as late:
            theirs = f"{late.current.title}\n\n{late.current.words}"
            form.started_again(seen=late.current.version)
    return ask(
        request,
        form,
        screen="module-edit",
        heading="Change the module",
        back=(at_module("module", request, module), "The module"),
        theirs=theirs,
    )


@needs(WRITE, queries.module)
def add_paper(request: Request, module: Module) -> HttpResponse:
    """Add a paper to a module."""
    form = forms.PaperForm(request.POST or None, request.FILES or None, seen=module.version)
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_paper(
                module,
                by=request.user,
                seen=form.cleaned_data["seen"],
                file=form.cleaned_data["file"],
            )
            return redirect(at_module("module", request, module))
        except Unfit as unfit:
            form.add_error("file", str(unfit))
    return ask(
        request,
        form,
        screen="module-paper",
        heading="Add a paper",
        back=(at_module("module", request, module), "The module"),
        button="Add it",
        files=True,
    )


@needs(READ, queries.module)
def paper(request: Request, module: Module, *, paper: int) -> HttpResponseBase:
    """A paper of a module, for those who write it or read it for release."""
    for one in queries.papers(module):
        if one.pk == paper:
            return papers.hand_over(one, by=request.user)
    raise Http404


@require_POST
@needs(WRITE, queries.module)
def step(request: Request, module: Module, *, step: str) -> HttpResponse:
    """Send it to be agreed, begin a change, leave a paper out, keep words or think again."""
    form = PlainForm(request.POST, seen=module.version)
    try:
        if form.is_valid():
            _take(step, request, module, form.cleaned_data["seen"])
    except NotNow as refused:
        messages.error(request, refused.sentence)
    return redirect(at_module("module", request, module))


def _take(step: str, request: Request, module: Module, seen: int) -> None:
    by, marks = request.user, request.POST.getlist("mark")
    if step == "send":
        operations.send(module, by=by, seen=seen)
        messages.success(request, "It waits to be agreed. Its owners are told by the outbox.")
    elif step == "begin-change":
        operations.begin_change(module, by=by, seen=seen)
    elif step == "drop-paper":
        paper = request.POST.get("paper", "")
        operations.drop_paper(module, by=by, seen=seen, paper=int(paper) if paper.isdigit() else 0)
    elif step == "keep":
        # What lies inside other words stays for the same reason; each keeps it for itself.
        for mark in marks:
            operations.keep_words(
                module,
                by=by,
                partnership=request.partnership,
                mark=mark,
                reason=request.POST.get("reason", ""),
            )
    else:
        for mark in marks:
            operations.let_go_of_reason(module, by=by, mark=mark)


@needs(AGREE, queries.module_at)
def agree(request: Request, at: ModuleAt) -> HttpResponse:
    """Say, for one owner, that it can be shown, or what should change."""
    module = at.module
    attached = [(one.pk, one.label) for one in queries.papers(module)]
    form = forms.AgreeForm(request.POST or None, seen=module.version, papers=attached)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            if data["answer"] == "change":
                operations.ask_for_change(
                    at, by=request.user, seen=data["seen"], words=data["words"]
                )
                said = "Whoever writes it is told what should change."
            else:
                shown = operations.agree(
                    at,
                    by=request.user,
                    seen=data["seen"],
                    nobody_known=True,
                    opened=[int(key) for key in data.get("opened") or []],
                )
                said = (
                    "It is in the library." if shown else "Agreed. It waits for the other owners."
                )
            messages.success(request, said)
            return redirect(at_module("module", request, module))
        except NotNow as refused:
            form.add_error(None, refused.sentence)
    return ask(
        request,
        form,
        screen="module-agree",
        heading=f"Agree to “{module.title}”",
        to_open=[(one.label, at_paper(request, module, one)) for one in queries.papers(module)],
        back=(at_module("module", request, module), "The module"),
        button="Say so",
    )


@needs(TAKE_BACK, queries.module_at)
def take_back(request: Request, at: ModuleAt) -> HttpResponse:
    """Take a module out of this partnership's library."""
    form = forms.TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        operations.take_back(at, by=request.user, words=form.cleaned_data["words"])
        messages.success(request, "Taken out. The other owners, if any, are told by the outbox.")
        return redirect(at_module("module", request, at.module))
    return ask(
        request,
        form,
        screen="module-take-back",
        heading="Take it out of our library",
        back=(at_module("module", request, at.module), "The module"),
        button="Take it out now",
        intro="It leaves the library at once. It stays with the partnerships that share it.",
    )


def _toolkits(request: Request, partnership: Partnership) -> list[Toolkit]:
    """Those that the partnership owns, its own first, begun or not."""
    owned = [
        one
        for one in queries.toolkits_of(request.user, partnership)
        if (share := queries.share_of(one, partnership)) and share.state == ShareState.OWNS
    ]
    if not any(one.own for one in owned):
        owned.insert(0, Toolkit(partnership=partnership, own=True))
    return owned

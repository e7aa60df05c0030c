"""Writing a module: its words, its papers, the reasons for words that stay."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from heed import doors
from heed.history import operations as history
from heed.papers import operations as papers
from heed.papers.models import Paper
from heed.partnership.models import Partnership, Person
from heed.refusals import NotNow
from heed.release import gate
from heed.toolkit import emails, queries
from heed.toolkit.access import WRITE
from heed.toolkit.models import Module, Toolkit
from heed.toolkit.states import ModuleState

WRITTEN = ("theme", "kind", "title", "words", "links", "audience", "review_by")
NOT_NOW = "Its words stay as they are while it waits or is shown. Begin a change first."


@transaction.atomic
def begin_module(toolkit: Toolkit, *, by: Person, partnership: Partnership, **words: Any) -> Module:
    """Write a new module for a theme of the toolkit. ``words`` are those of WRITTEN."""
    doors.check(by, WRITE, toolkit)
    _covers(toolkit, words["theme"])
    module = Module.objects.create(
        toolkit=toolkit, partnership=partnership, **{name: words[name] for name in WRITTEN}
    )
    module.writers.add(by)
    history.record("began a module", module, by=by)
    return module


@transaction.atomic
def save_module(module: Module, *, by: Person, seen: int, **words: Any) -> Module:
    """Save its words as a new edition. Raises OutOfDate where somebody saved others meanwhile."""
    doors.check(by, WRITE, module)
    _being_written(module)
    values = {name: words[name] for name in WRITTEN}
    if values["theme"] != module.theme:
        _covers(module.toolkit, values["theme"])
    if all(getattr(module, name) == value for name, value in values.items()):
        return module
    return _written(module, by=by, seen=seen, **values)


@transaction.atomic
def add_paper(module: Module, *, by: Person, seen: int, file: UploadedFile) -> Paper:
    """Add a paper to it. Raises ``papers.checking.Unfit``."""
    doors.check(by, WRITE, module)
    _being_written(module)
    paper = papers.keep(
        file, by=by, partnership=module.partnership, about=f"toolkit.module:{module.pk}"
    )
    _written(module, by=by, seen=seen, papers=[*module.papers, paper.pk])
    return paper


@transaction.atomic
def drop_paper(module: Module, *, by: Person, seen: int, paper: int) -> Module:
    """Leave a paper out from now on. What stands on a shelf keeps it until the next edition."""
    doors.check(by, WRITE, module)
    _being_written(module)
    left = [key for key in module.papers if key != paper]
    return _written(module, by=by, seen=seen, papers=left) if left != module.papers else module


@transaction.atomic
def keep_words(
    module: Module, *, by: Person, partnership: Partnership, mark: str, reason: str
) -> Module:
    """Give the reason for which words that could identify somebody stay: one for one place."""
    doors.check(by, WRITE, module)
    if not reason.strip():
        raise NotNow("Say why these words stay. A sentence is enough.")
    hit = queries.read(module, partnership).marked(mark)
    if hit is None:
        raise NotNow("That sentence has changed since you opened the page. Look at it once more.")
    kind = str(hit.hit.kind)
    module.kept[mark] = gate.reason(reason, kind=kind, by=by)
    module.save(update_fields=["kept"])
    history.record("gave a reason for words that stay", module, by=by, kind=kind)
    return module


@transaction.atomic
def let_go_of_reason(module: Module, *, by: Person, mark: str) -> Module:
    """Take a reason back: the words are to be settled again."""
    doors.check(by, WRITE, module)
    if module.kept.pop(mark, None):
        module.save(update_fields=["kept"])
        history.record("took back a reason for words that stay", module, by=by)
    return module


@transaction.atomic
def send(module: Module, *, by: Person, seen: int) -> Module:
    """Put it before its owners: each is asked to agree, and told by the outbox."""
    doors.check(by, WRITE, module)
    history.move(module, to=ModuleState.WAITING, by=by, seen=seen, edition=module.edition)
    emails.waits(module, by=by)
    return module


@transaction.atomic
def begin_change(module: Module, *, by: Person, seen: int) -> Module:
    """Open its words again. What stands on the shelves stays until the change is agreed to."""
    doors.check(by, WRITE, module)
    return history.move(module, to=ModuleState.DRAFT, by=by, seen=seen)


def _written(module: Module, *, by: Person, seen: int, **values: Any) -> Module:
    history.change(
        module, by=by, seen=seen, verb="saved a module", edition=module.edition + 1, **values
    )
    module.writers.add(by)
    module.__dict__.pop("wrote", None)
    return module


def _being_written(module: Module) -> None:
    if module.state != ModuleState.DRAFT:
        raise NotNow(NOT_NOW)


def _covers(toolkit: Toolkit, theme: str) -> None:
    if not toolkit.covers(theme):
        raise NotNow("That theme is not one of this toolkit's.")

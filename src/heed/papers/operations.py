"""Keeping papers, and taking them out again."""

import hashlib
import os
import secrets
from collections.abc import Callable

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import FileResponse

from heed.history import operations as history
from heed.papers import checking
from heed.papers.models import Paper
from heed.partnership.models import Case, Partnership, Person


@transaction.atomic
def keep(
    file: UploadedFile,
    *,
    by: Person | None,
    partnership: Partnership,
    about: str,
    case: Case | None = None,
    fit: Callable[[str, bytes], tuple[str, bytes]] = checking.fit,
) -> Paper:
    """Check a file and keep it under a random name. Raises ``checking.Unfit`` with a sentence.

    ``fit`` checks it: a document or a picture, unless another check is given. The stage that calls
    has asked access.
    """
    kind, content = fit(file.name or "file", file.read(checking.MOST + 1))
    name = secrets.token_hex(24)
    settings.PAPERS.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(
        os.open(settings.PAPERS / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
    ) as out:
        out.write(content)
    paper = Paper.objects.create(
        case=case,
        partnership=partnership,
        about=about,
        label=checking.plain_label(file.name or "file"),
        stored_as=name,
        kind=kind,
        size=len(content),
        digest=hashlib.sha256(content).hexdigest(),
        added_by=by,
    )
    history.record("added a paper", paper, by=by, size=paper.size)
    return paper


@transaction.atomic
def remove(paper: Paper, *, by: Person | None) -> None:
    """Take a paper away, file and all. The stage that calls has asked access."""
    history.record("removed a paper", paper, by=by)
    path = settings.PAPERS / paper.stored_as
    paper.delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


@transaction.atomic
def hand_over(paper: Paper, *, by: Person) -> FileResponse:
    """The file, as an attachment that no browser runs; that it was read is kept in history."""
    history.record("read a paper", paper, by=by)
    return give_out(paper)


@transaction.atomic
def read_out(paper: Paper, *, by: Person) -> bytes:
    """What is in the file, to be bound with others; that it was read is kept in history.

    The stage that calls has asked access. A file that is no longer there is empty.
    """
    history.record("read a paper", paper, by=by, bound=True)
    try:
        return (settings.PAPERS / paper.stored_as).read_bytes()
    except FileNotFoundError:
        return b""


def give_out(paper: Paper) -> FileResponse:
    """The file, as an attachment that no browser runs. Who reads it is kept nowhere: this alone is
    for papers that the stage which calls has published."""
    response = FileResponse(
        (settings.PAPERS / paper.stored_as).open("rb"), as_attachment=True, filename=paper.label
    )
    response["Content-Type"] = paper.kind
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def of(about: str) -> list[Paper]:
    """The papers that one record owns, oldest first."""
    return list(Paper.objects.filter(about=about))

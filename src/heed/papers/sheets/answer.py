"""A document as it leaves: its kind, its file's name, and that nobody keeps a copy on the way."""

import re
import unicodedata
from typing import Literal

from django.http import HttpResponse

from heed.papers.checking import KINDS
from heed.papers.sheets.pdf import as_pdf
from heed.papers.sheets.shape import Sheet
from heed.papers.sheets.word import as_word

Kind = Literal["word", "pdf"]
ENDINGS: dict[Kind, str] = {"word": ".docx", "pdf": ".pdf"}


def file_name(sheet: Sheet, kind: Kind) -> str:
    """``PLY-26-7K4M-minutes.docx``: the reference and the title, in letters every system takes."""
    plain = unicodedata.normalize("NFKD", sheet.title.replace("’", "")).encode("ascii", "ignore")
    slug = re.sub(r"[^a-z0-9]+", "-", plain.decode().lower()).strip("-")[:60].strip("-")
    reference = re.sub(r"[^A-Za-z0-9-]+", "-", sheet.reference).strip("-")
    return ("-".join(part for part in (reference, slug) if part) or "document") + ENDINGS[kind]


def answer(sheet: Sheet, kind: Kind) -> HttpResponse:
    """The document as a file to keep, for whom the stage that calls has asked access."""
    content = as_word(sheet) if kind == "word" else as_pdf(sheet)
    return as_file(content, file_name(sheet, kind))


def as_file(content: bytes, name: str) -> HttpResponse:
    """Any Word or PDF file of Heed's own making, as an attachment."""
    response = HttpResponse(content, content_type=KINDS[name[name.rindex(".") :]])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response

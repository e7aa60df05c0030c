"""Reads PDFs and Word files, one by one or many in a zip: their words, a guess at title and day.

Whoever brings them in confirms title and day in the rehearsal. A file that cannot be read is a row
of its own that says why, so that the others are not held up.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath

from heed.elsewhere.reading.rows import DATE, ID, TEXT, TITLE, UNREAD, Rows
from heed.papers import checking, words
from heed.papers.checking import Unfit

HEAD = [ID, TITLE, DATE, TEXT, UNREAD]
MOST_FILES = 500
UNPACKED_MOST = 300 * 1024 * 1024
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAY = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+)?({'|'.join(_MONTHS)})\s+((?:19|20)\d\d)\b", re.I
)


def of_zip(content: bytes) -> Rows:
    """The documents of a zip. Raises Unfit with a sentence when the zip itself cannot be taken."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile:
        raise Unfit("This is not a zip file. Pack the documents again.") from None
    with packed:
        told = [
            one
            for one in packed.infolist()
            if not one.is_dir()
            and not one.filename.startswith("__MACOSX/")
            and not PurePosixPath(one.filename).name.startswith(".")
        ]
        if len(told) > MOST_FILES:
            raise Unfit(f"This zip holds more than {MOST_FILES} files. Part it in two.")
        if sum(one.file_size for one in told) > UNPACKED_MOST:
            raise Unfit("This zip would unpack to far more than documents hold. Part it in two.")
        if any(one.flag_bits & 1 for one in told):
            raise Unfit("This zip asks for a password. Pack the documents again without one.")
        return of_files((one.filename, _unpacked(packed, one)) for one in told)


def of_files(files: Iterable[tuple[str, bytes]]) -> Rows:
    """A row for each document. ``files`` gives names with their content."""
    rows = []
    for number, (name, content) in enumerate(files, start=1):
        label = checking.plain_label(name)
        try:
            title, day, text = _document(label, content)
        except Unfit as fault:
            rows.append((number, [label, _of_name(label), "", "", str(fault)]))
        else:
            rows.append((number, [label, title, day, text, ""]))
    if not rows:
        raise Unfit("There is no document here. Add PDFs or Word files.")
    return Rows(HEAD, rows)


def _unpacked(packed: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    # One byte more than may come in, so that the check of its size says so.
    with packed.open(one) as file:
        return file.read(checking.MOST + 1)


def _document(label: str, content: bytes) -> tuple[str, str, str]:
    ending = PurePosixPath(label.lower()).suffix
    if ending not in (".pdf", ".docx", ".docm"):
        raise Unfit("This is neither a PDF nor a Word file (.docx).")
    told = words.words_of(label, content)
    return _title(told.title, told.text, label), _day(told.text), told.text


def _title(told: str, text: str, label: str) -> str:
    """The file's own title where it says one, else its first line of some length, else its name."""
    told = " ".join(told.split())
    named = told.lower().startswith(("microsoft word", "untitled", "document"))
    if len(told) > 6 and not named and "." not in told[-5:]:
        return told[:300]
    lines = (line for line in text.splitlines()[:20] if len(line.split()) > 2)
    first = next((line for line in lines if len(line) <= 200), "")
    return (first or _of_name(label))[:300]


def _of_name(label: str) -> str:
    return " ".join(re.split(r"[-_\s]+", PurePosixPath(label).stem)).strip()


def _day(text: str) -> str:
    """The first day or month that the first pages name, as 2026-04-03 or 2026-04-01."""
    found = _DAY.search(text[:4000])
    if not found:
        return ""
    month = _MONTHS.index(found[2].lower()) + 1
    day = int(found[1] or 1)
    return f"{found[3]}-{month:02d}-{day if 1 <= day <= 28 else 1:02d}"

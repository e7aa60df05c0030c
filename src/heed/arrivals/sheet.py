"""Reads a spreadsheet as rows of words: Excel workbooks, and CSV as any Excel writes it.

Days become 2026-04-03, whole numbers lose their point; no formula is run: what a workbook last
showed is what counts. The head is found where titles stand above it, and over two rows.
"""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import PurePosixPath

import openpyxl

from heed.arrivals.columns import columns, guess, plain
from heed.arrivals.states import Holds
from heed.elsewhere import reading
from heed.papers import checking
from heed.papers.checking import Unfit
from heed.papers.tables import unguarded

MOST_ROWS = 5000
MOST_COLUMNS = 120
#: The most characters of one cell.
LONGEST = 5000
#: The most marks of a workbook, unpacked: each takes memory, and four or so make a cell.
MOST_MARKS = 1_500_000
#: How far down a head is looked for.
HEAD_WITHIN = 10
NO_ROWS = "This file holds no rows beneath its head. Add some, or choose another file."
NO_HEAD = (
    "No row of this file looks like a head. Put the names of the columns in its first row, or "
    "start from the blank spreadsheet."
)
TOO_MANY = f"This file holds more than {MOST_ROWS:,} rows. Part it in two, and bring in each."
NOT_READ = "This file could not be read as a spreadsheet. Save it again as .xlsx or .csv."

Words = list[str]


@dataclass(frozen=True)
class Sheet:
    """A file as words: the head, and each row with its number in the file."""

    head: Words
    rows: list[tuple[int, Words]]


def read(name: str, content: bytes, holds: Holds) -> Sheet:
    """The file's rows, for what it holds. Raises ``checking.Unfit`` with a sentence."""
    ending = PurePosixPath(checking.plain_label(name).lower()).suffix
    if holds == Holds.LEARNING and ending in reading.ENDINGS:
        told = reading.read(name, content)
        return Sheet(told.head, told.rows)
    if ending not in (".xlsx", ".csv"):
        raise Unfit("Choose a spreadsheet that ends in .xlsx or .csv.")
    if ending == ".xlsx":
        checking.fit(name, content)
        _refuse_flood(content)
        tables = list(_of_workbook(content))
    else:
        tables = [_of_csv(content)]
    found = [one for one in (_headed(rows, holds) for rows in tables) if one is not None]
    if not found:
        raise Unfit(NO_HEAD if any(tables) else NO_ROWS)
    sheet = max(found, key=lambda one: len(guess(holds, one.head)))
    if not sheet.rows:
        raise Unfit(NO_ROWS)
    if len(sheet.rows) > MOST_ROWS:
        raise Unfit(TOO_MANY)
    return sheet


def _refuse_flood(content: bytes) -> None:
    """A workbook of a few kilobytes can hold millions of cells: count before anything is read."""
    marks = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            for name in parts.namelist():
                with parts.open(name) as part:
                    while piece := part.read(1 << 20):
                        marks += piece.count(b"<")
                        if marks > MOST_MARKS:
                            raise Unfit(TOO_MANY)
    except Unfit:
        raise
    except Exception as fault:  # whatever a broken archive makes of its reader
        raise Unfit(NOT_READ) from fault


def _of_workbook(content: bytes) -> Iterator[list[Words]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and filters that we do not read
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            for sheet in book.worksheets[:5]:
                if sheet.sheet_state == "visible":
                    sheet.reset_dimensions()
                    yield _until_enough(
                        [_word(cell) for cell in row]
                        for row in sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
                    )
            book.close()
    except Unfit:
        raise
    except Exception as fault:  # whatever a broken workbook makes of its reader
        raise Unfit(NOT_READ) from fault


def _of_csv(content: bytes) -> list[Words]:
    if not content.strip():
        raise Unfit("This file is empty. Choose another.")
    if len(content) > checking.MOST:
        raise Unfit(f"This file is {len(content) // 1_000_000} MB. Use one of 10 MB or less.")
    text = _decoded(content)
    if "\x00" in text:
        raise Unfit(NOT_READ)
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').casefold()
    if told.startswith("sep=") and len(told) == 5:
        text, mark = rest, told[-1]
    else:
        mark = _mark(text)
    try:
        return _until_enough(
            [unguarded(cell.strip())[:LONGEST] for cell in row[:MOST_COLUMNS]]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        )
    except csv.Error as fault:
        raise Unfit(NOT_READ) from fault


def _decoded(content: bytes) -> str:
    """The text of a CSV: UTF-8 and UTF-16 with their marks, UTF-8, or Windows' Western letters."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _mark(text: str) -> str:
    """What parts the cells: whichever mark stands most often, outside quotes, in the first rows."""
    sample, quoted = [], False
    for letter in text[:20_000]:
        quoted ^= letter == '"'
        if not quoted:
            sample.append(letter)
    return max((",", ";", "\t", "|"), key="".join(sample).count)


def _until_enough(rows: Iterable[Words]) -> list[Words]:
    found = []
    for row in rows:
        found.append(row)
        if len(found) > MOST_ROWS + 4 * HEAD_WITHIN:
            raise Unfit(TOO_MANY)
    while found and not any(found[-1]):
        found.pop()
    return found


def _word(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).replace("\x00", "").replace("_x000D_", "").strip()
    return unguarded(text)[:LONGEST]


def _headed(rows: list[Words], holds: Holds) -> Sheet | None:
    """The table beneath its head: the row, or pair of rows, that names most of our fields."""
    best: tuple[int, int, Words] | None = None
    for place, row in enumerate(rows[:HEAD_WITHIN]):
        tried = [(place + 1, row)]
        if place + 1 < len(rows) and _may_head(row):
            tried.append((place + 2, _joined(row, rows[place + 1])))
        for begins, head in tried:
            score = len(guess(holds, head))
            if score and (best is None or score > best[0]):
                best = (score, begins, head)
    if best is None:
        return None
    _, begins, head = best
    width = max((n + 1 for n, name in enumerate(head) if name), default=0)
    width = max(width, *(_width(row) for row in rows[begins:]), 0) if rows[begins:] else width
    head = [*head, *[""] * (width - len(head))][:width]
    explained = {
        plain(f"{needed}{one.explain}") for one in columns(holds) for needed in ("", "Needed. ")
    }
    kept = []
    for number, row in enumerate(rows[begins:], start=begins + 1):
        if not any(row) or _explains(row, explained):
            continue
        kept.append((number, [*row, *[""] * (width - len(row))][:width]))
    return Sheet([name[:120] for name in head], kept)


def _width(row: Sequence[str]) -> int:
    return max((n + 1 for n, cell in enumerate(row) if cell), default=0)


def _may_head(row: Words) -> bool:
    return any(row) and not any(cell[:1].isdigit() for cell in row)


def _joined(upper: Words, lower: Words) -> Words:
    """Two rows of a head as one; a name above several columns stands for each of them."""
    found, above = [], ""
    for place in range(max(len(upper), len(lower))):
        over = upper[place] if place < len(upper) else ""
        under = lower[place] if place < len(lower) else ""
        above = over or above
        found.append(f"{above} {under}".strip() if under else over)
    return found


def _explains(row: Words, explained: set[str]) -> bool:
    """Whether it is the row of a blank spreadsheet that explains the columns."""
    return sum(plain(cell) in explained for cell in row if cell) >= 2

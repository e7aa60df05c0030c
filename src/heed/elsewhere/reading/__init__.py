"""Reads what is not a spreadsheet as rows of words: JSON records, feeds, PDFs and Word files.

Every reader gives a head and rows, as a spreadsheet would, so that they are matched, rehearsed and
brought in on the same pages. Nothing is fetched, and nothing in a file is run.
"""

from pathlib import PurePosixPath

from heed.elsewhere.reading import documents, feeds, records
from heed.elsewhere.reading.rows import Rows
from heed.papers import checking
from heed.papers.checking import Unfit

ENDINGS = frozenset({".json", ".xml", ".atom", ".zip", ".pdf", ".docx", ".docm"})

__all__ = ["ENDINGS", "Rows", "read"]


def read(name: str, content: bytes) -> Rows:
    """The head and the rows of a file. Raises ``papers.checking.Unfit`` with a sentence."""
    ending = PurePosixPath(checking.plain_label(name).lower()).suffix
    if not content:
        raise Unfit("This file is empty. Choose another.")
    match ending:
        case ".json":
            return records.read(content)
        case ".xml" | ".atom":
            return feeds.of_atom(content)
        case ".zip":
            return documents.of_zip(content)
        case _:
            return documents.of_files([(name, content)])

"""Documents that Heed writes, as Word and as PDF, from one shape.

A stage says what a document holds as a ``Sheet`` of plain blocks; how it looks is decided here,
once. Nothing that anybody typed is read as markup, and neither file names a person in its
properties.
"""

from heed.papers.sheets.answer import Kind, answer, as_file, file_name
from heed.papers.sheets.pdf import as_pdf
from heed.papers.sheets.shape import Block, Heading, Pairs, Points, Sheet, Table, Text
from heed.papers.sheets.word import as_word

__all__ = [
    "Block",
    "Heading",
    "Kind",
    "Pairs",
    "Points",
    "Sheet",
    "Table",
    "Text",
    "answer",
    "as_file",
    "as_pdf",
    "as_word",
    "file_name",
]

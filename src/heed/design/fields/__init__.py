"""The fields of every form in Heed.

Each takes Django's own arguments (``label``, ``help_text``, ``required``, ``initial``) and these:

- ``missing``: what to say when nothing was answered; made from the label where left out.
- ``heading``: size of the label, "s", "m", "l" or "xl". ``page_heading=True`` makes the label the
  heading of its page.
- ``private=True``: a detail about a child, so browsers are asked not to remember it.
- ``width``: for short answers, in characters: 2, 3, 4, 5, 10, 20 or 30.

Every message says how to put things right, and nothing a person typed is thrown away.
"""

from heed.design.fields.asked import AskedMixin
from heed.design.fields.chosen import AnyOfField, OneOfField, PickField, TickField, YesNoField
from heed.design.fields.days import WhenField
from heed.design.fields.files import FILE_LIMIT, FileField
from heed.design.fields.written import (
    LINE_LIMIT,
    LONG_LIMIT,
    CodeField,
    LineField,
    LongField,
    MailField,
    PasswordField,
    WholeNumberField,
)

__all__ = [
    "FILE_LIMIT",
    "LINE_LIMIT",
    "LONG_LIMIT",
    "AnyOfField",
    "AskedMixin",
    "CodeField",
    "FileField",
    "LineField",
    "LongField",
    "MailField",
    "OneOfField",
    "PasswordField",
    "PickField",
    "TickField",
    "WhenField",
    "WholeNumberField",
    "YesNoField",
]

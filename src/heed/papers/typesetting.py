"""Words set by typst as a PDF: a template of ours, and what it says as JSON. Plain Python.

The words are data and are never read as code. A tagged PDF may not hold a letter without a shape:
one that turns out to have none is stood in for, at the latest in the seventh attempt.
"""

import json
import re
from pathlib import Path
from typing import Any, cast

import typst

from heed.papers.letters import FONTS, only_plain, without


def draw(template: Path, *, name: str, data: dict[str, Any]) -> tuple[bytes, typst.Compiler]:
    """The PDF (PDF/UA-1) of ``data``, which the template knows as ``sys.inputs.<name>``.

    Pictures are found beside the template. The compiler answers questions about what was set. The
    renderer's own error means a fault of ours.
    """
    for attempt in range(8):
        compiler = typst.Compiler(
            str(template),
            root=str(template.parent),
            font_paths=FONTS,
            ignore_system_fonts=True,
            sys_inputs={name: json.dumps(data)},
        )
        try:
            pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"])
        except typst.TypstError as error:
            undrawn = re.search(r'the text `"(.+?)"` could not be displayed', str(error))
            if undrawn is None or attempt == 7:
                raise
            data = without(data, undrawn.group(1)) if attempt < 6 else only_plain(data)
            continue
        return cast(bytes, pdf), compiler
    raise AssertionError("The last attempt returns or raises.")

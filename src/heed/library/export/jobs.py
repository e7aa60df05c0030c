"""Keeping the exported library fresh, where settings name a folder for it."""

from pathlib import Path

from heed.library.export.site import Site
from heed.library.export.writing import CannotWrite, write


def renew(folder: str, base: str) -> str:
    """Write the library out anew; a sentence where something changed, or where it could not be
    written. Without a folder, nothing."""
    if not folder:
        return ""
    try:
        report = write(Path(folder), Site(base).drawn())
    except CannotWrite as refused:
        return f"The library was not written out: {refused}"
    if not (report.changed or report.gone):
        return ""
    return f"Wrote the library out: {report.changed} files new or changed, {report.gone} gone."

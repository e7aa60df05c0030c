"""Whether a file may come in: by its name's ending, by its first bytes, by its size."""

import io
import zipfile
from pathlib import PurePosixPath, PureWindowsPath

import puremagic
from PIL import Image

MOST = 10 * 1024 * 1024
UNPACKED_MOST = 200 * 1024 * 1024

#: Ending → what it is served as. Nothing that a browser runs.
KINDS: dict[str, str] = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".txt": "text/plain; charset=utf-8",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
}
ZIPPED = {".docx", ".xlsx", ".odt"}
PICTURES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
NAMED = "PDF, Word, Excel, OpenDocument text, plain text, JPEG or PNG"


class Unfit(ValueError):
    """The file cannot come in; the message says how to put it right."""


def plain_label(name: str) -> str:
    """The name that people see: no path, no control or direction marks, at most 160 characters."""
    name = PureWindowsPath(PurePosixPath(name).name).name
    name = "".join(c for c in name if c.isprintable() and not 0x202A <= ord(c) <= 0x2069)
    stem, dot, ending = name.rpartition(".")
    return (f"{stem[:150]}.{ending[:8]}" if dot else name[:160]).strip() or "file"


def fit(name: str, content: bytes) -> tuple[str, bytes]:
    """What the file is served as, and its content (a picture re-drawn, so that no place is in it).

    Raises Unfit with a sentence.
    """
    ending = PurePosixPath(plain_label(name).lower()).suffix
    if ending not in KINDS:
        raise Unfit(f"This kind of file cannot be added. Use {NAMED}.")
    if not content:
        raise Unfit("This file is empty. Choose another.")
    if len(content) > MOST:
        raise Unfit(f"This file is {len(content) // 1_000_000} MB. Use one of 10 MB or less.")
    if ending == ".txt":
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            raise Unfit("This is not plain text. Save it as PDF and add it again.") from None
        return KINDS[ending], content
    if not _looks_like(ending, content):
        raise Unfit(f"This file is not what its name says. Save it again as {NAMED}.")
    if ending in ZIPPED:
        _refuse_bomb(content)
    if ending in PICTURES:
        content = _redrawn(content, PICTURES[ending])
    return KINDS[ending], content


def _looks_like(ending: str, content: bytes) -> bool:
    if ending == ".pdf":
        return content[:1024].lstrip().startswith(b"%PDF-")
    if ending in ZIPPED:
        return content.startswith(b"PK\x03\x04") and zipfile.is_zipfile(io.BytesIO(content))
    try:
        found = puremagic.from_string(content, mime=True)
    except puremagic.PureError:
        return False
    return bool(found == KINDS[ending])


def _refuse_bomb(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        told = parts.infolist()
        if len(told) > 5000 or sum(part.file_size for part in told) > UNPACKED_MOST:
            raise Unfit("This file would unpack to far more than a document holds. Save it as PDF.")
        if any(p.filename.startswith("/") or ".." in p.filename for p in told):
            raise Unfit("This file is not a document that Word or Excel wrote. Save it as PDF.")


def _redrawn(content: bytes, kind: str) -> bytes:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > 40_000_000:
                raise Unfit("This picture is too large. Make it smaller and add it again.")
            out = io.BytesIO()
            picture.convert("RGB" if kind == "JPEG" else "RGBA").save(out, kind)
            return out.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        if isinstance(fault, Unfit):
            raise
        raise Unfit("This picture could not be read. Save it again as JPEG or PNG.") from fault

"""A recording: whether it may come in, and how a browser plays it piece by piece."""

import re
from pathlib import PurePosixPath

from django.conf import settings
from django.http import HttpResponse

from heed.papers.checking import MOST, Unfit, plain_label
from heed.papers.models import Paper

KIND = "audio/mpeg"
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


def fit(name: str, content: bytes) -> tuple[str, bytes]:
    """An MP3 without its tags, which may name whoever recorded it. Raises Unfit with a sentence."""
    if PurePosixPath(plain_label(name).lower()).suffix != ".mp3":
        raise Unfit("Save the recording as MP3 and add it again.")
    if len(content) > MOST:
        raise Unfit(f"This file is {len(content) // 1_000_000} MB. Use one of 10 MB or less.")
    while content[:3] == b"ID3" and len(content) > 10:
        shifted = zip(content[6:10], (21, 14, 7, 0), strict=True)
        size = sum((byte & 0x7F) << shift for byte, shift in shifted)
        content = content[10 + size :]
    if content[-128:-125] == b"TAG":
        content = content[:-128]
    content = content.lstrip(b"\0")
    if len(content) < 4 or content[0] != 0xFF or content[1] & 0xE0 != 0xE0:
        raise Unfit("This file is not what its name says. Save the recording as MP3.")
    return KIND, content


def play(paper: Paper, asked: str = "") -> HttpResponse:
    """The recording, or the piece of it that the header ``Range`` asks for.

    The stage that calls has published it: who listens is kept nowhere.
    """
    content = (settings.PAPERS / paper.stored_as).read_bytes()
    piece = _RANGE.fullmatch(asked.strip())
    status, first, last = 200, 0, len(content) - 1
    if piece:
        first = int(piece[1])
        last = min(int(piece[2] or last), last)
        if first > last:
            answer = HttpResponse(status=416)
            answer["Content-Range"] = f"bytes */{len(content)}"
            return answer
        status = 206
    answer = HttpResponse(content[first : last + 1], status=status, content_type=KIND)
    answer["Accept-Ranges"] = "bytes"
    answer["X-Content-Type-Options"] = "nosniff"
    if status == 206:
        answer["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
    return answer

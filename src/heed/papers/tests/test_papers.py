"""Papers: what may come in, what is done to it, how it is handed over."""

import io
import zipfile

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from PIL import Image

from heed.history.models import Entry
from heed.papers import operations
from heed.papers.checking import Unfit, fit, plain_label
from heed.papers.models import Paper
from tests.houses import House


def word() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def picture() -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "14 Harbour Street"
    Image.new("RGB", (20, 20), "teal").save(out, "JPEG", exif=exif)
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parts:
        parts.writestr("word/document.xml", b"0" * 210_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", "Café notes".encode()),
        ("minutes.docx", word()),
        ("page.pdf", b"%PDF-1.7\n%%EOF"),
        ("photo.jpg", picture()),
    ],
)
def test_what_people_use_comes_in(name: str, content: bytes) -> None:
    kind, kept = fit(name, content)
    assert kind
    assert kept


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("run.exe", b"MZ", "kind of file"),
        ("page.html", b"<script>", "kind of file"),
        ("picture.svg", b"<svg onload=alert(1)>", "kind of file"),
        ("empty.pdf", b"", "empty"),
        ("page.pdf", b"<html><script>", "not what its name says"),
        ("notes.docx", b"PK\x03\x04broken", "not what its name says"),
        ("photo.png", b"GIF89a;<script>", "not what its name says"),
        ("notes.txt", b"\xff\xfe\x00\x81", "not plain text"),
        ("large.pdf", b"%PDF-" + b"0" * (10 * 1024 * 1024 + 1), "10 MB or less"),
        ("bomb.docx", bomb(), "unpack"),
    ],
)
def test_what_should_not_come_in_is_explained(name: str, content: bytes, says: str) -> None:
    with pytest.raises(Unfit, match=says):
        fit(name, content)


def test_a_picture_leaves_its_place_behind() -> None:
    _, kept = fit("photo.jpg", picture())
    assert b"Harbour" not in kept
    assert not dict(Image.open(io.BytesIO(kept)).getexif())


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\a\\notes.docx", "notes.docx"),
        ("\u202etxt.exe.pdf", "txt.exe.pdf"),
        ("a\x00b.pdf", "ab.pdf"),
        ("x" * 400 + ".pdf", "x" * 150 + ".pdf"),
    ],
)
def test_a_name_is_shown_without_a_path(typed: str, shown: str) -> None:
    assert plain_label(typed) == shown


def test_a_paper_is_kept_under_a_random_name_and_handed_over_inert(
    two_partnerships: tuple[House, House],
) -> None:
    house = two_partnerships[0]
    paper = operations.keep(
        SimpleUploadedFile("../plan.pdf", b"%PDF-1.7\n%%EOF"),
        by=house.coordinator,
        partnership=house.partnership,
        about="tests:1",
    )
    path = settings.PAPERS / paper.stored_as
    assert path.exists()
    assert path.stat().st_mode & 0o077 == 0
    assert "plan" not in paper.stored_as
    response = operations.hand_over(paper, by=house.coordinator)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert Entry.objects.filter(verb="read a paper").count() == 1
    response.close()


def test_a_paper_that_is_removed_leaves_no_file(
    two_partnerships: tuple[House, House], django_capture_on_commit_callbacks: object
) -> None:
    house = two_partnerships[0]
    paper = operations.keep(
        SimpleUploadedFile("plan.pdf", b"%PDF-1.7\n%%EOF"),
        by=house.coordinator,
        partnership=house.partnership,
        about="tests:1",
    )
    path = settings.PAPERS / paper.stored_as
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        operations.remove(paper, by=house.coordinator)
    assert not path.exists()
    assert not Paper.objects.exists()

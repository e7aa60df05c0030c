"""`heed tick` keeps the library's files fresh; `heed library verify` says what became of them."""

import shutil
from datetime import timedelta
from pathlib import Path

from django.conf import LazySettings

from heed import clock
from heed.briefings import operations
from heed.briefings.tests.factories import make_released
from heed.command.tests.conftest import Heed
from tests.houses import House

Houses = tuple[House, House]


def test_a_withdrawal_reaches_the_files_with_the_next_tick(
    two_partnerships: Houses, heed: Heed, settings: LazySettings, tmp_path: Path
) -> None:
    house, folder = two_partnerships[0], tmp_path / "library"
    settings.HEED_LIBRARY_FOLDER = str(folder)
    settings.HEED_LIBRARY_ADDRESS = "https://learning.example"
    taken, ended = make_released(house), make_released(house, title="What the school saw")
    assert "Wrote the library out" in heed("tick").out
    pdf = folder / f"harrowmere/learning/{taken.slug}/{taken.slug}.pdf"
    page = folder / f"harrowmere/learning/{ended.slug}/index.html"
    assert pdf.is_file()
    before = folder.stat().st_ino
    assert heed("tick").out == "Nothing was due.\n"
    assert folder.stat().st_ino == before
    operations.withdraw(taken, by=house.coordinator, notice="We took it down.", why="Asked to.")
    assert "Wrote the library out" in heed("tick").out
    assert not pdf.exists()
    assert "We took it down." in (pdf.parent / "index.html").read_text()
    assert "Asking felt" in page.read_text()
    # Where nothing seems to have changed, all is drawn anew all the same, before the hour is over.
    page.unlink()
    with clock.at(clock.now() + timedelta(minutes=25)):
        heed("tick")
    assert "Asking felt" in page.read_text()
    # Nobody did anything, and yet its day has come.
    with clock.at(ended.ends_on + timedelta(days=1)):
        heed("tick")
    assert "Asking felt" not in page.read_text()


def test_verify_names_what_differs_in_a_copy(
    two_partnerships: Houses, heed: Heed, tmp_path: Path
) -> None:
    made = make_released(two_partnerships[0])
    told = heed("library", "export", str(tmp_path / "library"))
    assert told.code == 0
    total = told.out.splitlines()[-1]
    shutil.copytree(tmp_path / "library", copy := tmp_path / "copy")
    verified = heed("library", "verify", str(copy))
    assert (verified.code, verified.out) == (0, f"All is as it was written.\n{total}\n")
    (copy / "robots.txt").unlink()
    (copy / f"harrowmere/learning/{made.slug}/index.html").write_text("Meddled with.")
    (copy / "added.html").write_text("Never written.")
    verified = heed("library", "verify", str(copy))
    assert verified.code == 1
    assert set(verified.out.splitlines()) == {
        "robots.txt is missing.",
        f"harrowmere/learning/{made.slug}/index.html is not as it was written.",
        "added.html is no part of the library.",
    }
    heed("library", "verify", str(tmp_path)).refused("holds no export")

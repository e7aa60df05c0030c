import io
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from heed.briefings.models import ReleasedPage
from heed.command.tests.conftest import Heed, Home, fresh_database
from heed.history.models import Entry
from heed.partnership.models import Part, Partnership
from tests.houses import House

Houses = tuple[House, House]


def test_lists_need_not_read_through_what_is_large_in_a_released_page(home: Home) -> None:
    """SQLite reads a row up to what is asked for: a PDF in the midst costs every list."""
    small = {"title", "focus", "output", "released_on", "ends_on", "withdrawn_on", "readers"}
    orders = [[one.column for one in ReleasedPage._meta.concrete_fields]]
    if not home.database:
        with closing(sqlite3.connect(home.path / "heed.sqlite3")) as made:
            rows = made.execute("PRAGMA table_info(briefings_releasedpage)")
            orders.append([row[1] for row in rows])
    for order in orders:
        assert max(map(order.index, small)) < min(order.index("content"), order.index("pdf"))


def test_init_prepares_a_home_that_only_its_owner_can_enter(home: Home) -> None:
    paths = [home.path, *home.path.rglob("*")]
    assert len(paths) > 10
    for path in paths:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, f"{path} is open to others"


def test_init_changes_nothing_the_second_time(home: Home) -> None:
    before = {path: path.stat().st_mtime_ns for path in (home.path / "static").rglob("*")}
    assert before
    said = home.heed("init", "--no-input")
    assert said.code == 0, said.err
    assert before == {path: path.stat().st_mtime_ns for path in (home.path / "static").rglob("*")}


def test_init_does_not_ask_where_nobody_can_answer(home: Home) -> None:
    said = home.heed("init")
    assert said.code == 0, said.err
    assert "heed partnership add" in said.out


class Somebody(io.StringIO):
    """Somebody at the terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.django_db
def test_init_asks_until_each_answer_can_be_used(
    heed: Heed, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [
        *("", "Harrowmere Partnership", "Harrowmere", "toolong", "office", "office@harrow.example"),
        *("Harrowmere Council", "", "", ""),
        # The letters could not be used, so the details are asked for again.
        *("Harrowmere Partnership", "Harrowmere", "HAR", "office@harrow.example"),
        *("Harrowmere Council", "", "01234 567890", "plymouth"),
        *("Ngozi Adeyemi", "n.adeyemi@harrow.example"),
    ]
    monkeypatch.setattr(sys, "stdin", Somebody("\n".join(answers) + "\n"))
    said = heed("init")
    assert said.code == 0, said.err
    assert "This one is needed." in said.out
    assert "“office” is not an email address." in said.out
    assert "two to four capital letters" in said.out
    assert "/sign-in/join/" in said.out
    house = Partnership.objects.get()
    assert (house.prefix, house.telephone, house.front_door) == ("HAR", "", "01234 567890")
    assert Part.objects.get(partnership=house, person__email="n.adeyemi@harrow.example")
    assert "stands here already" in heed("init").out


@pytest.mark.django_db
def test_init_adds_nothing_when_the_questions_are_left(
    heed: Heed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Somebody("Harrowmere Partnership\n"))
    heed("init").refused("nothing was added")
    assert not Partnership.objects.exists()


def test_what_needs_a_prepared_database_says_so(tmp_path: Path) -> None:
    bare = Home(tmp_path / "home", fresh_database())
    for words in (("serve",), ("tick",)):
        bare.heed(*words).refused("heed init --no-input")


@pytest.mark.django_db
def test_a_database_leads_here_that_had_all_of_what_a_migration_replaces(heed: Heed) -> None:
    kept = MigrationRecorder(connection)
    kept.record_unapplied("briefings", "0001_tables")
    assert heed("init", "--no-input").code == 0
    assert ("briefings", "0001_tables") in kept.applied_migrations()
    kept.record_unapplied("briefings", "0003_released_to_the_forum")
    heed("init", "--no-input").refused("a version of Heed that does not lead to this one")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DATABASE_URL", "mysql://x", "mysql"),
        ("DATABASE_URL", "postgresql://a:b@127.0.0.1:1/x", "The database does not answer"),
        ("HEED_TODAY", "yesterday", "A setting cannot be read"),
        ("HEED_HOME", "/proc/heed", "HEED_HOME is /proc/heed"),
    ],
)
def test_a_wrong_setting_is_told_in_a_sentence(
    tmp_path: Path, name: str, value: str, said: str
) -> None:
    Home(tmp_path).heed("tick", **{name: value}).refused(said)


def test_check_says_what_to_mend_and_how(home: Home) -> None:
    home.path.chmod(0o755)
    told = home.heed("check", HEED_DEBUG="1", HEED_ADDRESS="http://heed.harrow.example")
    assert told.code == 1
    assert f"chmod 700 {home.path}" in told.out
    assert "HEED_DEBUG is on" in told.out
    assert "give HEED_ADDRESS as https" in told.out
    assert "Set HEED_MAIL_HOST" in told.out


def test_check_is_content_with_a_set_up_as_the_documents_describe(home: Home) -> None:
    told = home.heed(
        "check",
        HEED_ADDRESS="https://heed.harrow.example",
        HEED_BEHIND_PROXY="1",
        HEED_MAIL_HOST="mail.harrow.example",
        HEED_MAIL_FROM="heed@harrow.example",
    )
    assert told.code == 0, told.out + told.err
    assert "mend it" not in told.out


def test_a_test_email_goes_where_it_is_asked_to(
    two_partnerships: Houses, heed: Heed, mailoutbox: list[object], settings: LazySettings
) -> None:
    settings.EMAIL_HOST = "mail.harrow.example"
    said = heed("check", "--mail-to", "n.adeyemi@harrow.example")
    assert "ok       A test email to n.adeyemi@harrow.example" in said.out
    assert len(mailoutbox) == 1


def test_tick_seals_once_and_history_agrees(two_partnerships: Houses, heed: Heed) -> None:
    assert "Sealed" in heed("tick").out
    assert heed("tick").out == "Nothing was due.\n"
    sound = heed("history", "verify")
    assert sound.code == 0
    assert "The history agrees with its seals." in sound.out


def test_a_changed_history_is_found(two_partnerships: Houses, heed: Heed) -> None:
    heed("tick")
    changed = Entry.objects.order_by("id").first()
    assert changed
    # What somebody with the database in their hands could do: the triggers away, then a change.
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER "{name}"')
        else:
            cursor.execute("ALTER TABLE history_entry DISABLE TRIGGER USER")
        cursor.execute("UPDATE history_entry SET person_was = 'Nobody' WHERE id = %s", [changed.pk])
    said = heed("history", "verify")
    assert said.code == 1
    assert "The history was changed." in said.out

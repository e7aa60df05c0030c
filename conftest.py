"""What every test can ask for, wherever it lies."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from heed.partnership.models import Person
from tests.houses import House, both_houses


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--database-only`."""
    parser.addoption(
        "--database-only",
        action="store_true",
        help="leave out what touches no database, and pages but for opening each of them once",
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begins with what takes longest; heeds `--database-only`."""
    items.sort(key=_begins_late)
    if config.getoption("--database-only"):
        left_out = [item for item in items if not _asks_a_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _asks_a_database(item)]


LONGEST = ("journeys", "canary", "every_door")


def _begins_late(item: pytest.Item) -> int:
    """The longest first, so that no process is left with one when the others have ended."""
    return next((at for at, name in enumerate(LONGEST) if name in item.path.parts), len(LONGEST))


#: Rooms of whose pages a coordinator opens few: their tests run on each database.
OPENED_BY_OTHERS = {"library", "referrals", "returns", "toolkit"}


def _asks_a_database(item: pytest.Item) -> bool:
    """Whether a test can say something on another database that it does not say on SQLite.

    What somebody does through pages is said on SQLite. What the pages ask of PostgreSQL, one test
    says that is marked ``every_page``: it opens each of them.
    """
    fixtures = set(getattr(item, "fixturenames", ()))
    if item.get_closest_marker("django_db") is None and "db" not in fixtures:
        return False
    within = set(item.path.parts)
    through_pages = fixtures & {"client", "signed_in"} or "every_door" in within
    marked = item.get_closest_marker("every_page") is not None
    return marked or not through_pages or bool(OPENED_BY_OTHERS & within)


class Statements(list[str]):
    """The statements made inside `with statements() as made`, without transaction marks."""

    MARKS = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if not sql.lstrip().upper().startswith(self.MARKS):
            self.append(sql)
        return execute(sql, *rest)

    def at_most(self, number: int) -> None:
        """Fails, with the statements, if there were more than `number`."""
        assert len(self) <= number, f"{len(self)} statements, at most {number}:\n" + "\n".join(self)


@pytest.fixture
def statements(db: None) -> Callable[[], AbstractContextManager[Statements]]:
    """Counts statements: `with statements() as made: client.get(...)`, then `made.at_most(12)`."""

    @contextmanager
    def counting() -> Iterator[Statements]:
        made = Statements()
        with connection.execute_wrapper(made):
            yield made

    return counting


@pytest.fixture
def two_partnerships(db: None) -> tuple[House, House]:
    """Two partnerships with their people; nothing of one may be seen or hinted at in the other."""
    return both_houses()


@pytest.fixture
def signed_in() -> Callable[[Client, Person], Client]:
    """Signs a person in without the pages of signing in: `signed_in(client, person).get(...)`."""

    def sign_in(client: Client, person: Person) -> Client:
        client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in

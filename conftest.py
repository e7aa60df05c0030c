"""What every test can ask for, wherever it lies."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from heed.partnership.models import Person
from tests.houses import HARROWMERE, SELBY_VALE, House, open_house


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--database-only`."""
    parser.addoption(
        "--database-only", action="store_true", help="leave out what touches no database"
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begins with the journeys, which take longest; heeds `--database-only`."""
    items.sort(key=lambda item: "journeys" not in item.path.parts)
    if config.getoption("--database-only"):
        left_out = [item for item in items if not _touches_a_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _touches_a_database(item)]


def _touches_a_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    return "db" in fixtures or item.get_closest_marker("django_db") is not None


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
    return open_house(HARROWMERE), open_house(SELBY_VALE)


@pytest.fixture
def signed_in() -> Callable[[Client, Person], Client]:
    """Signs a person in without the pages of signing in: `signed_in(client, person).get(...)`."""

    def sign_in(client: Client, person: Person) -> Client:
        client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in

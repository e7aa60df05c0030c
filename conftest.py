"""What every test can ask for, wherever it lies."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.db import connection


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

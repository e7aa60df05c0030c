"""Other processes to which counting and reading are handed, where there is much of it.

They know nothing of the database. With little to do, or on one core, the work is done here.
"""

import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from types import TracebackType
from typing import TypeVar

_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
Given = TypeVar("Given")
Answer = TypeVar("Answer")


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew:
    """As many processes as there are cores, or none: ``size`` says how many work at once."""

    def __init__(self, *, many: bool) -> None:
        self.size = cores() if many else 1
        self._pool: ProcessPoolExecutor | None = None
        self._kept: dict[str, str | None] = {}

    def __enter__(self) -> "Crew":
        if self.size > 1:
            self._kept = {name: os.environ.get(name) for name in _ONE_THREAD}
            os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
            self._pool = ProcessPoolExecutor(self.size, mp_context=get_context("spawn"))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        for name, value_before in self._kept.items():
            if value_before is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value_before

    def submit(self, work: Callable[[Given], Answer], given: Given) -> "Future[Answer]":
        """Hands over one piece of work; both it and its answer must be plain data."""
        if self._pool is not None:
            return self._pool.submit(work, given)
        done: Future[Answer] = Future()
        done.set_result(work(given))
        return done

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


def one_thread() -> None:
    """Lets NumPy do its sums in one thread, unless somebody has said otherwise.

    Several processes share the cores, and threads of each would wait for one another. NumPy reads
    it when it is loaded.
    """
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")


class Crew:
    """As many processes as there are cores, or none: ``size`` says how many work at once."""

    def __init__(self, *, many: bool) -> None:
        self.size = cores() if many else 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Crew":
        if self.size > 1:
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

    def submit(self, work: Callable[[Given], Answer], given: Given) -> "Future[Answer]":
        """Hands over one piece of work; both it and its answer must be plain data."""
        if self._pool is not None:
            return self._pool.submit(work, given)
        done: Future[Answer] = Future()
        done.set_result(work(given))
        return done

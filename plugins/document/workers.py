"""Work shared among processes that are copies of this one, so that they know all it knows.

Where a process cannot copy itself (Windows), or does so at its peril (macOS), one process does it all, with the same result.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import Any

#: Fewer pieces of work for a worker than this are not worth a worker.
LEAST = 16


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share(work: Callable[[Any], Any], items: Sequence[Any], least: int = LEAST) -> Iterator[tuple[int, Any]]:
    """(number, work(item)) of every item, in any order, as they are done; what `work` changes elsewhere may be lost.

    `work` gives something that can be pickled. Raises RuntimeError, with the worker's traceback, where one fails.
    """
    count = min(processors(), len(items) // least)
    if count < 2 or not hasattr(os, "fork") or sys.platform == "darwin":
        yield from ((number, work(item)) for number, item in enumerate(items))
        return
    from multiprocessing.connection import wait  # costs a hundredth of a second, which small sites do not pay

    workers = _begin(work, items, count)
    try:
        while workers:
            for pipe in wait(list(workers)):
                if (found := _receive(pipe)) is not None:
                    yield found
                else:
                    _end(workers.pop(pipe), pipe)
    finally:
        for pipe, pid in workers.items():
            os.kill(pid, signal.SIGKILL)
            _end(pid, pipe)


def _begin(work: Callable[[Any], Any], items: Sequence[Any], count: int) -> dict[Any, int]:
    """A worker for every `count`-th item; the pipes from them, with their process ids."""
    from multiprocessing import Pipe

    workers: dict[Any, int] = {}
    for first in range(count):
        receiver, sender = Pipe(duplex=False)
        pid = os.fork()
        if not pid:
            _work(work, items, range(first, len(items), count), sender)
        sender.close()
        workers[receiver] = pid
    return workers


def _work(work: Callable[[Any], Any], items: Sequence[Any], numbers: range, sender: Any) -> None:
    """A worker's whole life; nothing that the first process registered for its own end happens in it."""
    try:
        for number in numbers:
            sender.send((number, work(items[number])))
        sender.send((-1, ""))
    except BaseException:
        sender.send((-2, traceback.format_exc()))
    finally:
        os._exit(0)


def _receive(pipe: Any) -> tuple[int, Any] | None:
    """The next result of a worker, None after its last."""
    try:
        number, found = pipe.recv()
    except EOFError:
        raise RuntimeError("a worker ended before its work was done.") from None
    if number == -2:
        raise RuntimeError(found)
    return (number, found) if number >= 0 else None


def _end(pid: int, pipe: Any) -> None:
    pipe.close()
    os.waitpid(pid, 0)

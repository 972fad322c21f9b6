"""Publishes a folder whole: made beside the old one, then exchanged with it, and only by one build at a time."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

#: What lies beside a folder while it is made anew: the new one, and where no exchange can be had the old one.
NEW, OLD = "ny", "gammel"
#: Linux' renameat2: paths count from the working folder, and the two names change places.
AT_FDCWD, RENAME_EXCHANGE = -100, 2
#: The kernel or the file system knows no exchange.
UNKNOWN = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)


@contextmanager
def published(output: Path) -> Iterator[Path]:
    """A folder to build in, not yet there, which takes the place of `output` if the block ends without a fault.

    Who comes second says so and waits; what a killed build left is put right first. Raises OSError.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    with _alone(output):
        repair(output)
        new = _beside(output, NEW)
        try:
            yield new
            exchange(new, output)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def exchange(new: Path, output: Path) -> None:
    """Put the folder `new` in the place of `output`, whose old files may then lie in `new`. Raises OSError."""
    if not output.exists():
        new.rename(output)
    elif not _swap(new, output):
        _in_two_steps(new, output)


def _swap(new: Path, output: Path) -> bool:
    """Let two folders change names in one step, which nobody sees half done; False where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if rename is None:
        return False
    if rename(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(output), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in UNKNOWN:
        return False
    raise OSError(code, os.strerror(code), str(output))


def _in_two_steps(new: Path, output: Path) -> None:
    """Between the two there is no `output`: whoever is stopped there is put right by `repair`."""
    old = _beside(output, OLD)
    output.rename(old)
    try:
        new.rename(output)
    finally:
        if not output.exists():
            old.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def repair(output: Path) -> None:
    """Put back the folder that a killed build had moved away, and take away what else such builds left."""
    left = {kind: _left(output, kind) for kind in (NEW, OLD)}
    if left[OLD] and not output.exists():
        max(left[OLD], key=lambda path: path.stat().st_mtime).rename(output)
    for path in (*left[NEW], *left[OLD]):
        shutil.rmtree(path, ignore_errors=True)


def _left(output: Path, kind: str) -> list[Path]:
    """The folders of a kind that no living process owns; one with our own number is of a dead one that had it before us."""
    form = re.compile(rf"{re.escape(output.name)}\.{kind}-(\d+)")
    named = [(path, found) for path in output.parent.iterdir() if (found := form.fullmatch(path.name))]
    return [path for path, found in named if int(found[1]) == os.getpid() or not _alive(int(found[1]))]


def _alive(process: int) -> bool:
    """Whether a process runs. Windows is not asked, where signal 0 is no question: there the lock alone must do."""
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True  # somebody else's
    return True


def _beside(output: Path, kind: str) -> Path:
    return output.with_name(f"{output.name}.{kind}-{os.getpid()}")


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    """Hold the lock of `output`. Its file goes with the holder: filelock sees that, and takes the new one."""
    file = output.with_name(f".{output.name}.lock")
    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        print(f"Et annet bygg holder på med {output}. Dette venter til det er ferdig.", file=sys.stderr, flush=True)
        lock.acquire()
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
        lock.release()

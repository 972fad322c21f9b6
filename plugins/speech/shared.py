"""A store that many machines share: any address that fsspec knows (s3://, gs://, abfs://, sftp://, file://).

Account and server are told by the environment, as each of fsspec's file systems wants it; nothing secret is in the settings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

INSTALL = "pip install lyttevei[cluster]"


class Away(OSError):
    """A shared store that does not answer, or not as it should; the text says which and why, in bokmål."""


def is_address(store: object) -> bool:
    """Whether a store is an address and not a folder of this machine.

    >>> is_address("s3://lyd/store"), is_address("audio/store")
    (True, False)
    """
    return isinstance(store, str) and "://" in store


def usable(address: str) -> str:
    """What is missing for this kind of address on this machine, in bokmål; "" for nothing."""
    kind = address.partition("://")[0]
    try:
        from fsspec import get_filesystem_class

        get_filesystem_class(kind)
    except ImportError:
        extra = INSTALL if kind == "s3" else f"{INSTALL}, og det som fsspec krever for {kind}://"
        return f"Det som leser {kind}://, mangler her. Kjør: {extra}."
    except ValueError:
        return f"{kind}:// er ikke en adresse som fsspec kjenner. Skriv for eksempel s3://navn/store, eller en mappe."
    return ""


def fetch(address: str, names: Sequence[str]) -> list[bytes] | None:
    """The files below the address, None where one of them is not there. Raises Away."""
    files, root = _open(address)
    try:
        return [files.cat_file(f"{root}/{name}") for name in names]
    except FileNotFoundError:
        return None
    except Exception as error:  # each file system has errors of its own
        raise _away(address, error) from error


def put(address: str, files_by_name: Mapping[str, bytes]) -> None:
    """Write files below the address, in order. Raises Away."""
    files, root = _open(address)
    try:
        for name, data in files_by_name.items():
            _write(files, f"{root}/{name}", data)
    except Exception as error:
        raise _away(address, error) from error


def _write(files: Any, path: str, data: bytes) -> None:
    try:
        files.pipe_file(path, data)
    except FileNotFoundError:  # a disk has folders, a store of objects has none
        files.makedirs(path.rpartition("/")[0], exist_ok=True)
        files.pipe_file(path, data)


def _open(address: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs  # only where a store is shared

    try:
        files, root = url_to_fs(address.rstrip("/"))
    except Exception as error:
        raise _away(address, error) from error
    return files, root


def _away(address: str, error: Exception) -> Away:
    why = " ".join(str(error).split())[:200] or type(error).__name__
    return Away(f"det felles lageret svarer ikke som det skal ({why}). Se etter nett, adresse og tilgang, og bygg en gang til.")

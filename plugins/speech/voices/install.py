"""Fetching a voice of Piper's from where they are published: what it is and costs, then its files, whole and proved."""

from __future__ import annotations

import errno
import hashlib
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from .models import PINS, file_hash, pin, read_pins
from .protocol import VoiceError

#: Seconds without a byte after which we stop; what has come is kept.
PATIENCE = 30
PART = 1 << 18
#: What the own disk answers, and never a connection.
OWN_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO}
#: Bytes that the list of voices and a voice's card may have at most.
LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Remote:
    """A published file: its path below the repository's address, its size in bytes and its MD5."""

    path: str
    size: int
    md5: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A published voice: its files, its language's English name, and what its card says of its licence and its source."""

    name: str
    language: str
    model: Remote
    config: Remote
    licence: str
    source: str

    @property
    def size(self) -> int:
        """Bytes to fetch."""
        return self.model.size + self.config.size


def offer(address: str, name: str) -> Offer:
    """What the repository at `address` says of the voice `name`. Raises VoiceError where there is none, or no network."""
    try:
        published = json.loads(_get(f"{address}/voices.json"))
        entry = published.get(name)
        if entry is None:
            near = get_close_matches(name, published, 3)
            hint = f" Mente du {', '.join(near)}?" if near else " Navn ser ut som no_NO-talesyntese-medium."
            raise VoiceError(f"Stemmen «{name}» finnes ikke hos Piper.{hint}")
        files = {path: Remote(path, int(told["size_bytes"]), str(told["md5_digest"])) for path, told in entry["files"].items()}
        model = next(each for path, each in files.items() if path.endswith(".onnx"))
        config = next(each for path, each in files.items() if path.endswith(".onnx.json"))
        card = next((path for path in files if path.endswith("MODEL_CARD")), "")
        language = str(entry["language"]["name_english"])
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration):
        raise VoiceError(f"Listen over stemmer på {address} kan ikke leses. Prøv igjen senere.") from None
    text = _get(f"{address}/{card}").decode("utf-8", "replace") if card else ""
    return Offer(name, language, model, config, _line(text, "License"), _line(text, "URL"))


def _line(card: str, key: str) -> str:
    found = re.search(rf"^\W*{key}:\s*(.+?)\s*$", card, re.MULTILINE | re.IGNORECASE)
    return found[1] if found else ""


def install(chosen: Offer, address: str, folder: Path, advance: Callable[[int], None]) -> str:
    """Fetch the voice into `folder`, going on where an earlier try stopped; gives the SHA-256 of the model, which is now pinned.

    `advance` is told how many bytes there are so far. Raises VoiceError, and leaves no half voice.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < chosen.size * 1.1:
        raise VoiceError(f"Det er ikke plass til stemmen: den trenger {chosen.size / 1e6:.0f} MB i {folder}.")
    config = fetch(chosen.config, address, folder / f"{chosen.name}.onnx.json", lambda _: None)
    model = fetch(chosen.model, address, folder / f"{chosen.name}.onnx", advance)
    found, pinned = file_hash(model), read_pins(folder).get(chosen.name)
    if pinned and pinned != found:
        for path in (model, config):
            path.rename(path.with_name(f"{path.name}.part"))
        raise VoiceError(f"Stemmen er en annen enn den som står i {PINS}: SHA-256 er {found}. Stol ikke på den før du vet hvorfor.")
    config.replace(folder / f"{chosen.name}.onnx.json")
    model.replace(folder / f"{chosen.name}.onnx")
    pin(folder, chosen.name, found)
    return found


def fetch(remote: Remote, address: str, target: Path, advance: Callable[[int], None]) -> Path:
    """The file, whole and proved, beside `target` as `.part`. Raises VoiceError; what has come then stays for the next try."""
    part = target.with_name(f"{target.name}.part")
    for _ in range(2):
        _more(remote, address, part, advance)
        if part.stat().st_size == remote.size and _md5(part) == remote.md5:
            return part
        short = part.stat().st_size < remote.size
        if short:
            raise VoiceError("Nedlastingen stoppet på veien. Kjør den samme kommandoen en gang til, så går den videre.")
        part.unlink()  # an older try's beginning, or another file: once from the start
    raise VoiceError("Filen som kom, er ikke den som er lovet. Prøv igjen senere.")


def _more(remote: Remote, address: str, part: Path, advance: Callable[[int], None]) -> None:
    have = part.stat().st_size if part.exists() else 0
    if have >= remote.size:
        part.touch()
        return
    request = Request(f"{address}/{remote.path}", headers={"Range": f"bytes={have}-"} if have else {})
    try:
        with urlopen(request, timeout=PATIENCE) as answer, part.open("ab" if answer.status == 206 else "wb") as file:
            while block := answer.read(PART):
                file.write(block)
                advance(file.tell())
                if file.tell() > remote.size:
                    return
    except (OSError, HTTPException) as error:
        if getattr(error, "errno", None) in OWN_DISK:
            raise VoiceError(f"Kan ikke skrive til {part.parent}: {error.strerror}. Lag plass, og kjør kommandoen en gang til.") from None
        if not part.exists():
            raise _unreachable(address, error) from None


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _get(address: str) -> bytes:
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return answer.read(LARGEST)
    except (OSError, HTTPException) as error:
        raise _unreachable(address, error) from None


def _unreachable(address: str, error: Exception) -> VoiceError:
    why = f"svaret var {error.code}" if isinstance(error, HTTPError) else "ingen svarer. Er maskinen på nett?"
    return VoiceError(f"Kan ikke hente fra {address}: {why}")

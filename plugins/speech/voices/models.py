"""The Piper voices that lie on this machine, each with the hash that its bytes must have.

`stemmer.yaml` beside the folder of voices names them with their hashes and is kept in git, so that
every machine that builds the site speaks with the same voice; the voices themselves are too large.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from .protocol import VoiceError

PINS = "stemmer.yaml"
HEAD = "# Stemmene som «lyttevei voices install» har lastet ned: navn: SHA-256 av filen. Skal være i git.\n"


@dataclass(frozen=True, slots=True)
class Model:
    """A voice's two files, `path` and `path` + ".json", and the SHA-256 of the first."""

    name: str
    path: Path
    hash: str


def installed(folder: Path) -> list[str]:
    """The names of the voices in `folder`."""
    return sorted(path.name.removesuffix(".onnx") for path in folder.glob("*.onnx") if Path(f"{path}.json").is_file())


def find_model(folder: Path, name: str) -> Model:
    """The voice `name`. Raises VoiceError where it is not there or is not the one that was pinned."""
    path = folder / f"{name}.onnx"
    if not path.is_file() or not Path(f"{path}.json").is_file():
        raise VoiceError(f"Stemmen «{name}» er ikke lastet ned. Kjør: lyttevei voices install {name}")
    found, pinned = file_hash(path), read_pins(folder).get(name)
    if pinned and pinned != found:
        raise VoiceError(
            f"Stemmen «{name}» er en annen enn den som står i {PINS}. Slett {path.name} og kjør: lyttevei voices install {name}"
        )
    return Model(name, path, found)


def language(path: Path) -> str:
    """The language that a voice's settings name, "" where they cannot be read."""
    try:
        return str(json.loads(Path(f"{path}.json").read_bytes())["language"]["code"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def file_hash(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_pins(folder: Path) -> dict[str, str]:
    """Names and hashes of `stemmer.yaml`. Raises VoiceError where it cannot be read."""
    path = folder.parent / PINS
    try:
        found = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")) or {}
        return {str(name): str(value) for name, value in found.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, YAMLError):
        raise VoiceError(f"{PINS} kan ikke leses. Skriv navn: SHA-256 på hver linje, eller hent filen tilbake fra git.") from None


def pin(folder: Path, name: str, value: str) -> None:
    """Write the hash of a voice into `stemmer.yaml`."""
    pins = {**read_pins(folder), name: value}
    text = HEAD + "".join(f"{each}: {pins[each]}\n" for each in sorted(pins))
    (folder.parent / PINS).write_text(text, encoding="utf-8")

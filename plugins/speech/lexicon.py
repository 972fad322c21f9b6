"""The site's own pronunciations, `audio/uttale.yaml`: a word and how it is to be said.

service: sørvis
service*: sørvis        # servicefaget, servicesenter
"*service": sørvis      # kundeservice
en:                     # only where the text is English
  Nav: nahv
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from plugins.document import Problem, problem

FILE = "uttale.yaml"
#: What a voice would take as an order, or not at all.
UNSPEAKABLE = re.compile(r"[\x00-\x1f\x7f<>\[\]{}\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Whole words, beginnings and endings of compounds, by language ("" for any); keys in lower case."""

    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    starts: tuple[tuple[str, str, str], ...] = ()
    endings: tuple[tuple[str, str, str], ...] = ()

    def say(self, word: str, lang: str) -> str | None:
        """How the lexicon wants `word` said in `lang`, None where it says nothing of it."""
        lower, lang = word.lower(), lang.split("-")[0]
        whole = self.words.get((lang, lower)) or self.words.get(("", lower))
        if whole:
            return whole
        for of, start, said in self.starts:
            if of in ("", lang) and lower.startswith(start) and len(lower) > len(start):
                return said + lower[len(start) :]
        for of, end, said in self.endings:
            if of in ("", lang) and lower.endswith(end) and len(lower) > len(end):
                return lower[: -len(end)] + said
        return None


def read_lexicon(path: Path) -> tuple[Lexicon, list[Problem]]:
    """The lexicon at `path` (empty where there is none), and what is wrong with the file."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        found = YAML(typ="safe", pure=True).load(text)
    except FileNotFoundError:
        return Lexicon(), []
    except (OSError, UnicodeDecodeError) as error:
        return Lexicon(), [_fault(path, 1, f"Filen kan ikke leses: {error}. Lagre den som UTF-8.")]
    except (YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        return Lexicon(), [_fault(path, line, "Linjen kan ikke leses. Skriv ord: uttale, hvert ord en gang.")]
    return _lexicon(found, path, text)


def _lexicon(found: Any, path: Path, text: str) -> tuple[Lexicon, list[Problem]]:
    entries: list[tuple[str, str, str]] = []
    problems: list[Problem] = []
    for lang, key, value in _entries(found):
        word, said = str(key).strip().lower(), value.strip() if isinstance(value, str) else ""
        if not word.strip("*") or not said or UNSPEAKABLE.search(said):
            line = next((at for at, each in enumerate(text.split("\n"), 1) if each.strip().strip("\"'").startswith(str(key))), 1)
            problems.append(_fault(path, line, f"«{key}» mangler en uttale som kan leses. Skriv ord: uttale med bokstaver."))
        else:
            entries.append((lang, word, said))
    return Lexicon(
        {(lang, word): said for lang, word, said in entries if "*" not in word},
        _longest(lang_word for lang_word in ((lang, word[:-1], said) for lang, word, said in entries if word.endswith("*"))),
        _longest(lang_word for lang_word in ((lang, word[1:], said) for lang, word, said in entries if word.startswith("*"))),
    ), problems


def _entries(found: Any) -> list[tuple[str, Any, Any]]:
    """(language, word, said) of the file's mapping; a value that is a mapping belongs to a language."""
    if found is None:
        return []
    if not isinstance(found, dict):
        return [("", "uttale.yaml", None)]
    flat = [("", key, value) for key, value in found.items() if not isinstance(value, dict)]
    return flat + [(str(lang), key, value) for lang, inner in found.items() if isinstance(inner, dict) for key, value in inner.items()]


def _longest(entries: Any) -> tuple[tuple[str, str, str], ...]:
    return tuple(sorted(entries, key=lambda entry: -len(entry[1])))


def _fault(path: Path, line: int, message: str) -> Problem:
    return problem(f"../{path.parent.name}/{path.name}", line, "lexicon", message)

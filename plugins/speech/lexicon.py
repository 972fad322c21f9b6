"""The site's own pronunciations, `audio/uttale.yaml`: a word and how it is to be said.

service: sørvis
service*: sørvis        # servicefaget, servicesenter
"*service": sørvis      # kundeservice
nb nn:                  # only where the text is Norwegian
  design: disain
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from plugins.document import Problem, problem

FILE = "uttale.yaml"
#: What a voice would take as an order, or not at all.
UNSPEAKABLE = re.compile(r"[\x00-\x1f\x7f<>\[\]{}\ud800-\udfff]")


class Lexicon:
    """Whole words, beginnings ("service*") and endings ("*service") of compounds, each for one language or for all."""

    def __init__(self, entries: Iterable[tuple[str, str, str]] = ()) -> None:
        """`entries` are (language or "", word, how it is said)."""
        self.entries = {(lang, word.lower()): said for lang, word, said in entries}
        starts = {word[:-1] for _, word in self.entries if word.endswith("*")}
        ends = {word[1:] for _, word in self.entries if word.startswith("*")}
        self.start, self.ending = _any(starts, "{}(?=.)"), _any(ends, "^[^-]+?(?={}$)")

    def say(self, word: str, lang: str) -> str | None:
        """How the lexicon wants `word` said in `lang`, None where it says nothing of it."""
        lower = word.lower()
        if said := self._entry(lower, lang):
            return said
        found = self.start.match(lower)
        if found and (said := self._entry(f"{found[0]}*", lang)):
            return said + self._ended(word[found.end() :], lang)
        ended = self._ended(word, lang, whole=False)
        return ended if ended != word else None

    def _ended(self, word: str, lang: str, whole: bool = True) -> str:
        """`word` with its ending as the lexicon wants it, as it is where nothing is said of it; `whole`: it may be all ending."""
        lower = word.lower()
        if whole and (said := self._entry(f"*{lower}", lang)):
            return said
        found = self.ending.match(lower)
        said = found and self._entry(f"*{lower[found.end() :]}", lang)
        return word[: found.end()] + said if said else word

    def _entry(self, word: str, lang: str) -> str | None:
        return self.entries.get((lang, word)) or self.entries.get(("", word))


def _any(words: Iterable[str], form: str) -> re.Pattern[str]:
    """A pattern of any of `words`, the longest first; of nothing where there are none."""
    either = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(form.format(f"(?:{either})") if either else "(?!)")


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
        if not word.strip("*") or " " in word or not said or UNSPEAKABLE.search(said):
            line = next((at for at, each in enumerate(text.split("\n"), 1) if each.strip().strip("\"'").startswith(str(key))), 1)
            problems.append(
                _fault(path, line, f"«{key}» kan ikke brukes. Skriv ett ord, kolon og uttalen med bokstaver, for eksempel service: sørvis")
            )
        else:
            entries.append((lang, word, said))
    return Lexicon(entries), problems


def _entries(found: Any) -> list[tuple[str, Any, Any]]:
    """(language, word, said) of the file's mapping; a value that is a mapping belongs to one language or several ("nb nn")."""
    if found is None:
        return []
    if not isinstance(found, dict):
        return [("", "uttale.yaml", None)]
    flat = [("", key, value) for key, value in found.items() if not isinstance(value, dict)]
    inner = [(langs, entries) for langs, entries in found.items() if isinstance(entries, dict)]
    return flat + [(lang, key, value) for langs, entries in inner for lang in str(langs).split() for key, value in entries.items()]


def _fault(path: Path, line: int, message: str) -> Problem:
    return problem(path.as_posix(), line, "lexicon", message)

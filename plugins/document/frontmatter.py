"""Front matter from text values to the typed data of a page, with a Problem for each fault."""

from __future__ import annotations

import difflib
from typing import Any

from pydantic import ValidationError

from .kinds import FOLDERS, KINDS, keys_of
from .model import Problem
from .problems import problem
from .strange import strange_keys
from .yamltext import Header

WRONG = {
    "missing": "mangler.",
    "list_type": "skal være en liste, med en bindestrek foran hver linje.",
    "model_type": "skal ha egne opplysninger under seg, med innrykk.",
    "model_attributes_type": "skal ha egne opplysninger under seg, med innrykk.",
    "dict_type": "skal ha egne opplysninger under seg, med innrykk.",
}
ALIASES = {"tittel": "title", "språk": "lang", "sammendrag": "summary", "merkelapper": "tags", "bilde": "picture", "kilder": "sources"}


def read_data(header: Header, file: str) -> tuple[dict[str, Any], list[Problem]]:
    """The typed front matter of `file` and its Problems; what is wrong in it is left out, never guessed.

    `data["kind"]` and `data["title"]` are always there.
    """
    found = [problem(file, line, "repaired", text) for line, text in header.repairs]
    found += [problem(file, line, code, text) for line, text, code in header.faults]
    values = {_alias(key, header, file, found): value for key, value in header.values.items() if value is not None}
    kind = _kind(values, header, file, found)
    data = _checked(kind, values, header, file, found)
    if "title" not in data:
        if "title" not in values and not any(each.code.startswith("front-matter") for each in found):
            found.append(
                problem(
                    file,
                    header.lines.get(("title",), 1),
                    "title-missing",
                    "Siden mangler tittel. Skriv title: og navnet på siden øverst, mellom to linjer med ---.",
                )
            )
        data["title"] = file.rsplit("/", 1)[-1].removesuffix(".md")
    return {"kind": kind, **data}, found


def _alias(key: str, header: Header, file: str, found: list[Problem]) -> str:
    """A Norwegian name of a key is understood, and said."""
    if key in ALIASES and ALIASES[key] not in header.values:
        line = header.lines[(key,)]
        found.append(problem(file, line, "repaired", f"«{key}» er lest som «{ALIASES[key]}»."))
        header.lines[(ALIASES[key],)] = line
        return ALIASES[key]
    return key


def _kind(values: dict, header: Header, file: str, found: list[Problem]) -> str:
    parts = file.split("/")[:-1]
    if parts[:1] == [values.get("lang")]:
        parts = parts[1:]  # content/nn/yrker/ holds occupations like content/yrker/
    folder = FOLDERS.get(parts[0], "side") if parts else "side"
    written = values.pop("kind", folder)
    kind = str(written).strip().lower()
    if kind in KINDS:
        return kind
    near = difflib.get_close_matches(kind, KINDS, 1)
    hint = f" Mente du {near[0]}?" if near else ""
    line = header.lines[("kind",)]
    found.append(problem(file, line, "kind-unknown", f"Typen «{written}» finnes ikke.{hint} Velg en av: {', '.join(KINDS)}."))
    return "side"


def _checked(kind: str, values: dict, header: Header, file: str, found: list[Problem]) -> dict[str, Any]:
    """The values that fit the schema; each that does not is a Problem and left out, then the rest is read."""
    values = dict(values)
    try:
        return _dump(KINDS[kind].model_validate(values), header, file, found)
    except ValidationError as error:
        faults = error.errors()
    for fault in faults:
        if fault["type"] != "missing" or len(fault["loc"]) > 1:
            found.append(schema_fault(fault, header, file))
        values.pop(fault["loc"][0], None)
    title = values.setdefault("title", "?")
    data = _dump(KINDS[kind].model_validate(values), header, file, found)
    if title == "?":
        del data["title"]
    return data


def _dump(model: Any, header: Header, file: str, found: list[Problem]) -> dict[str, Any]:
    """The typed data; keys that the schema lacks are told and kept as written, but for those that another kind types.

    Rooms ask for a key without asking for the kind, and would take such a text for what the other kind makes of it.
    """
    found += strange_keys(model, header, file, own=("kind",))
    typed = {key for other in KINDS.values() for key in keys_of(other)}
    strange = typed.intersection(model.model_extra or ())
    return {key: value for key, value in model.model_dump(exclude_none=True).items() if key not in strange}


def schema_fault(fault: dict, header: Header, file: str, code: str = "value") -> Problem:
    """A fault that pydantic found, with its line and in bokmål."""
    path = tuple(part for part in fault["loc"] if not str(part).startswith(("function-", "[key]")))
    line = next((header.lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in header.lines), 1)
    name = " ".join(f"nr. {part + 1}" if isinstance(part, int) else str(part) for part in path)
    if fault["type"] == "value_error":
        text = str(fault["ctx"]["error"])
    elif fault["type"] == "literal_error":
        text = f"kan ikke være «{fault['input']}». Velg en av: {fault['ctx']['expected'].replace(' or ', ', ')}."
    else:
        text = WRONG.get(fault["type"], "har en verdi som ikke kan brukes.")
    return problem(file, line, code, f"{name}: {text}")

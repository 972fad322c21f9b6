"""A YAML file beside the pages, typed by a schema, each fault with its line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode

from .digests import digest
from .frontmatter import schema_fault
from .kept import Kept
from .limits import refused
from .model import Problem
from .problems import problem
from .yamltext import Header, Reader, compose

Model = TypeVar("Model", bound=BaseModel)


Found = tuple[Model | None, Header, list[Problem]]
UNREADABLE = "Filen kan ikke leses: {0}. Lagre den som UTF-8."


def read_yaml(path: Path, file: str, schema: type[Model], code: str, kept: Kept | None = None) -> Found:
    """The file at `path`, called `file`, as `schema` types it (None where it does not fit), with the lines of its keys.

    What `kept` has of the same bytes is not read again: a long word list takes longer to read than all pages that are kept.
    """
    try:
        if why := refused(path, file)[1]:
            return None, Header(), [problem(file, 1, code, why)]
        data = path.read_bytes()
    except OSError as error:
        return None, Header(), [problem(file, 1, code, UNREADABLE.format(error))]
    if kept is None:
        return _typed(data, file, schema, code)
    (found,) = kept.remember(f"yaml {file}", [(file, digest(data))], lambda _: [*_typed(data, file, schema, code)])
    return tuple(found)


def _typed(data: bytes, file: str, schema: type[Model], code: str) -> Found:
    try:
        node = compose(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return None, Header(), [problem(file, 1, code, UNREADABLE.format(error))]
    except (YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        message = "Linjen kan ikke leses. Se etter innrykk, kolon og anførselstegn som er feil."
        return None, Header(), [problem(file, mark.line + 1 if mark else 1, code, message)]
    header = Header()
    if isinstance(node, MappingNode):
        Reader(header, 1).mapping(node, (), header.values)
    found = [problem(file, line, code, text) for line, text, _ in header.faults]
    try:
        return schema.model_validate(header.values), header, found
    except ValidationError as error:
        return None, header, found + [schema_fault(fault, header, file, code) for fault in error.errors()]

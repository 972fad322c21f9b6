"""A YAML file beside the pages, typed by a schema, each fault with its line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode

from .frontmatter import schema_fault
from .limits import refused
from .model import Problem
from .problems import problem
from .yamltext import Header, Reader, compose

Model = TypeVar("Model", bound=BaseModel)


def read_yaml(path: Path, file: str, schema: type[Model], code: str) -> tuple[Model | None, Header, list[Problem]]:
    """The file at `path`, called `file`, as `schema` types it (None where it does not fit), with the lines of its keys."""
    try:
        if why := refused(path, file)[1]:
            return None, Header(), [problem(file, 1, code, why)]
        node = compose(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        return None, Header(), [problem(file, 1, code, f"Filen kan ikke leses: {error}. Lagre den som UTF-8.")]
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

"""The text of the service worker: which scripts do its work, and what the shell is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jinja2 import Template

from plugins import document

from .shell import THEME, Shell

HERE = Path(__file__).parent
#: In the order in which they need each other.
SCRIPTS = ("range", "route", "store", "fetch", "keep", "answer", "worker")


def worker(shell: Shell, output: Path) -> str:
    """`sw.js` for a shell; another shell, or another page for those without a network, is another text.

    Raises FileNotFoundError where a script of the worker or the offline page is not in the output.
    """
    versions = dict(shell.files)
    names = [f"{THEME}/offline-{name}.js" for name in SCRIPTS]
    missing = [name for name in names if name not in versions]
    if missing:
        raise FileNotFoundError(f"{output}: {', '.join(missing)} mangler. Bygg nettstedet på nytt.")
    said = {
        "files": shell.files,
        "pages": shell.pages,
        "offline": shell.offline,
        "made": document.version((output / shell.offline).read_bytes()) if shell.offline else "",
        "plain": (HERE / "plain.html").read_text(encoding="utf-8"),
    }
    scripts = ", ".join(_json(f"{name}?v={versions[name]}") for name in names)
    return Template((HERE / "sw.js").read_text(encoding="utf-8")).render(scripts=scripts, shell=_json(said)) + "\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

"""Commands run by copies of a process that has loaded the libraries: hundreds of tests run commands, and each would load them anew.

`run` asks for a command; `python -m tests.ready` is the process. There are two of them: one has loaded this checkout's own program
as well, for commands that run on it. The other has not: its copies take the program of the folder that they work in, as Python would.
"""

from __future__ import annotations

import atexit
import json
import os
import runpy
import subprocess
import sys
import threading
import time
import traceback
from functools import cache
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: What takes long to load; what is missing here only takes longer.
LIBRARIES = (
    "babel.support", "bs4", "click", "concurrent.futures.process", "filelock", "gtts", "jinja2", "lameenc", "lunr", "lxml.html",
    "mammoth", "markdown", "markdown.extensions.abbr", "markdown.extensions.attr_list", "markdown.extensions.codehilite",
    "markdown.extensions.def_list", "markdown.extensions.footnotes", "markdown.extensions.md_in_html", "markdown.extensions.sane_lists",
    "markdown.extensions.tables", "markdownify", "multiprocessing.connection", "nh3", "numpy", "pelican", "pydantic", "pyloudnorm",
    "pymdownx.blocks.details", "pymdownx.tilde", "rich.progress", "ruamel.yaml", "scipy.signal", "segno", "snowballstemmer", "soundfile",
    "watchfiles", "webvtt", "yaml",
)  # fmt: skip
#: Settings that Python reads when it starts: a copy would not see them.
OWN = ("PYTHONHASHSEED", "PYTHONIOENCODING", "PYTHONUTF8", "LC_ALL", "LANG", "LD_PRELOAD")


def fits(env: dict[str, str]) -> bool:
    """Whether a copy would do what a new process would: these settings are the ones that this process has."""
    own = any((Path(place) / "sitecustomize.py").exists() for place in env.get("PYTHONPATH", "").split(os.pathsep))
    return hasattr(os, "fork") and not own and not any(env.get(name) != os.environ.get(name) for name in OWN)


def run(module: str, arguments: list[str], cwd: Path, env: dict[str, str], out: Path, err: Path) -> int:
    """Run `python -m module arguments`; what it says goes into two files. Gives its exit code. For one thread only."""
    process = _process(cwd == ROOT and env.get("PYTHONPATH") == str(ROOT))
    try:
        process.stdin.write(json.dumps([module, arguments, str(cwd), env, str(out), str(err)]) + "\n")
        process.stdin.flush()
        return int(process.stdout.readline())
    except BaseException:  # a test that is stopped: the answer is still to come, and would be taken for the next one's
        process.kill()
        _process.cache_clear()
        raise


@cache
def _process(own: bool) -> subprocess.Popen[str]:
    """The process, started once in a run of the tests; it ends with this one."""
    command = [sys.executable, "-m", "tests.ready", *(["own"] if own else [])]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def main() -> None:
    """Run one command after the other, each in a copy of this process, and answer with its exit code."""
    for name in LIBRARIES:
        import_module(name)
    if sys.argv[1:]:
        _load_own()
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            _command(*json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


def _load_own() -> None:
    """Load this checkout's program, but for the file that the copies run."""
    import_module("editor.language").speak_bokmal()
    for path in sorted((ROOT / "editor").glob("*.py")):
        if path.stem not in ("cli", "__init__"):
            import_module(f"editor.{path.stem}")
    import_module("plugins.pipeline")
    import_module("editor.project").load()  # its rooms


def _command(module: str, arguments: list[str], cwd: str, env: dict[str, str], out: str, err: str) -> None:
    """The whole life of a copy: what `python -m module arguments` does there."""
    code = 1
    try:
        for handle, name, mode in ((0, os.devnull, os.O_RDONLY), (1, out, os.O_WRONLY), (2, err, os.O_WRONLY)):
            os.dup2(os.open(name, mode | os.O_CREAT | os.O_TRUNC), handle)
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(handle, mode, encoding="utf-8") for handle, mode in enumerate("rww"))
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(env)
        time.tzset()
        sys.path[:1] = [cwd, *filter(None, env.get("PYTHONPATH", "").split(os.pathsep))]
        sys.argv = [module, *arguments]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = end.code or 0
    except BaseException:
        traceback.print_exc()
    finally:
        threading._shutdown()
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()

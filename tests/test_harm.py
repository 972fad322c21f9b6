"""What can happen to a build from outside: no disk, no right to write, no network, Ctrl+C. What is done stays whole, and is told."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.speech.store import Store
from tests.making import codes, configure, copy_project, page, read

#: Pages in the order they are made, by one worker: the middle one's sound is too large for the small disk.
SHORT = "Dette er en kort side."
LONG = "Denne siden er lang, og den sier det samme mange ganger. " * 60
FILES = {
    "content/index.md": "---\ntitle: Hjem\nslug: index\n---\n\nVelkommen.\n",
    "content/sider/a.md": page(SHORT, "A"),
    "content/sider/b.md": page(LONG, "B"),
    "content/sider/c.md": page(f"{SHORT} Den er den siste.", "C"),
}
#: KB that hold every page but the long one.
SMALL = 120


#: Takes the superuser's rights away.
UNPRIVILEGED = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    found = copy_project(tmp_path, FILES)
    configure(found, workers="1")
    (found / "audio" / "store").mkdir()
    return found


def command(*before: str) -> list[str]:
    return [*before, sys.executable, "-m", "editor.cli", "build"]


def environment(project: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(project)}


def build(project: Path, *before: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does, behind what takes something away from it."""
    return subprocess.run(command(*before), cwd=project, env=environment(project), capture_output=True, text=True, check=False)


def whole(store: Path) -> list[str]:
    """The sounds in a store, each proved; nothing else may lie there."""
    files = [path for path in store.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} <= {".mp3", ".json"} and not [path for path in files if path.name.startswith(".")]
    sounds = [path.stem for path in files if path.suffix == ".mp3"]
    assert all(Store(store).find(name) for name in sounds) and len(files) == 2 * len(sounds)
    return sounds


def test_a_full_disk_names_the_page_and_leaves_nothing_half_written(project: Path) -> None:
    """A store on a file system of its own, which is full before the long page's sound is written."""
    store, copy = project / "audio" / "store", project / "kopi"
    mount = f'mount -t tmpfs -o size={SMALL}k none "$1" && shift && "$@"; code=$?; cp -r audio/store kopi; exit $code'
    ran = build(project, "unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh", str(store))
    assert ran.returncode == 1 and not (project / "output").exists()
    assert re.findall(r"sider/\w\.md", ran.stderr) == ["sider/b.md"], ran.stderr
    assert "disken er full. Gjør plass, og bygg en gang til." in ran.stderr and "Traceback" not in ran.stderr
    assert len(whole(copy)) == 3


def test_a_store_that_may_not_be_written_names_every_page(project: Path) -> None:
    """By a user without the superuser's rights."""
    store = project / "audio" / "store"
    store.chmod(0o555)
    ran = build(project, *UNPRIVILEGED)
    store.chmod(0o755)
    assert ran.returncode == 1 and not (project / "output").exists()
    assert sorted(set(re.findall(r"\w+(?:/\w)?\.md", ran.stderr))) == ["index.md", "sider/a.md", "sider/b.md", "sider/c.md"]
    assert "du har ikke lov til å skrive der" in ran.stderr and "Traceback" not in ran.stderr
    assert whole(store) == []


def test_a_folder_that_may_not_be_read_is_told(project: Path) -> None:
    """Its pages would be missed without a word."""
    folder = project / "content" / "lukket"
    folder.mkdir(mode=0)
    ran = build(project, *UNPRIVILEGED)
    folder.chmod(0o755)
    assert ran.returncode == 1 and not (project / "output").exists() and "Traceback" not in ran.stderr
    assert ran.stderr.count("lukket:1: feil: Mappen kan ikke leses") == 1, ran.stderr


def test_without_any_network_every_page_is_made_and_told(project: Path) -> None:
    """No network device but a dead one: the online voice is not reached, and the build asks for nothing else."""
    configure(project, voices='{"nb": ("gtts:no", "nb")}', gtts="speech.GttsSettings(tries=1, pause=0)")
    ran = build(project, "unshare", "--map-root-user", "--net")
    assert ran.returncode == 0, ran.stderr
    assert set(re.findall(r"\w+(?:/\w)?\.md", ran.stderr)) == {"index.md", "sider/a.md", "sider/b.md", "sider/c.md"}
    assert len(whole(project / "audio" / "store")) == 4 and len(list((project / "output" / "sound").iterdir())) == 4


def test_ctrl_c_leaves_what_is_done_and_the_next_build_goes_on(project: Path) -> None:
    """The signal goes to all processes of the terminal, the voice's too."""
    for number in range(12):
        (project / "content" / "sider" / f"d{number}.md").write_text(page(f"{LONG} Side {number}.", f"D{number}"), encoding="utf-8")
    store = project / "audio" / "store"
    running = subprocess.Popen(command(), cwd=project, env=environment(project), stderr=subprocess.PIPE, text=True, start_new_session=True)
    while len(list(store.rglob("*.json"))) < 3:
        assert running.poll() is None, running.stderr.read()
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)
    done = whole(store)
    assert running.returncode != 0 and "Traceback" not in told and 3 <= len(done) < 16
    assert not (project / "output").exists() and not list(project.glob("output.*"))
    ran = build(project)
    assert ran.returncode == 0 and f"({16 - len(done)} sider lest inn på nytt)" in ran.stdout, ran.stdout


def test_a_terminal_shows_how_far_it_has_come_and_the_time_left(project: Path) -> None:
    terminal, end = pty.openpty()
    running = subprocess.Popen(command(), cwd=project, env={**environment(project), "TERM": "xterm"}, stdout=subprocess.DEVNULL, stderr=end)
    os.close(end)
    seen = read_all(terminal)
    assert running.wait() == 0
    assert "Lager lyd" in seen and re.search(r"[1-3]/4", seen) and re.search(r"igjen\W+(?:\[\S+)*\d:\d\d:\d\d", seen), seen


def read_all(terminal: int) -> str:
    """All that a program writes to a terminal, until it ends."""
    found = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            part = b""
        if not part:
            os.close(terminal)
            return found.decode()
        found += part


def test_a_page_that_is_nested_too_deep_leaves_no_mark_on_the_next() -> None:
    """Markdown's parser is stopped in the middle; what it had opened must not be open for the next page."""
    after = page("<x-a>a</x-a> og [b](borte.md)\n\n- en\n- to\n\n[^1]\n\n[^1]: Note.")
    wanted = read(after)
    assert "file-unreadable" in codes(read(page("".join("  " * level + "- a\n" for level in range(250)))).problems)
    assert read(after) == wanted

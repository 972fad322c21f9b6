"""What tests of every kind ask for: the shipped site, built as a user builds it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

#: A busy machine is no fault of the code: nothing here is judged by the clock.
settings.register_profile("lyttevei", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("lyttevei")

#: What is started behind a terminal's back (`make test &`) is deaf to Ctrl+C, and so is all that it starts; some tests send it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

#: The commands that tests run by the hundred must not each compile the whole program.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ROOT = Path(__file__).resolve().parent.parent
#: Blanks and æøå, as in "Mine dokumenter" and on a pupil's USB stick.
AWKWARD = "Lytte på veien – æøå"


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: some tests listen in real time, and their core would stand idle."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all the processes of one run of the tests have in common."""
    mine = tmp_path_factory.getbasetemp()
    return mine.parent if os.environ.get("PYTEST_XDIST_WORKER") else mine


@pytest.fixture(scope="session")
def build(shared: Path) -> Callable[[Path], Path]:
    """Builds a content folder with sound into a folder with an awkward path, by the command itself, once in a run of the tests."""

    @cache
    def run(content: Path) -> Path:
        place = shared / f"bygg-{sha256(str(content).encode()).hexdigest()[:8]}"
        output = place / AWKWARD / "output"
        with FileLock(f"{place}.lock"):
            if not output.exists():
                _build(content, output)
        return output

    return run


def _build(content: Path, output: Path) -> None:
    output.parent.mkdir(parents=True, exist_ok=True)  # it stands there if a build failed before
    command = [str(Path(sys.executable).with_name("lyttevei")), "build", "--content", str(content), "--output", str(output)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


#: One page that has all a page may have; it is not published.
TEST_CONTENT = ROOT / "tests" / "site" / "content"


@pytest.fixture(scope="session")
def built_site(build: Callable[[Path], Path]) -> Path:
    """The output folder of the shipped content."""
    return build(ROOT / "content")


@pytest.fixture(scope="session")
def packed(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of a small site, made by the command once in a run of the tests."""
    from tests import packing  # looks into the test site, which this file knows
    from tests.making import write_tree

    return package(shared / "pakket", lambda: write_tree(tmp_path_factory.mktemp("innhold"), packing.FILES))


def package(folder: Path, content: Callable[[], Path]) -> Path:
    """What `lyttevei pack` makes of `content()`, below `folder`; whoever comes first makes it."""
    from tests import packing
    from tests.making import lyttevei

    goal = folder / AWKWARD
    with FileLock(f"{folder}.lock"):
        if not goal.exists():
            ran = lyttevei("pack", "--content", content(), "--output", goal, "--address", packing.ADDRESS)
            assert ran.code == 0, ran.out + ran.err
    return goal

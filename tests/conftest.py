"""What tests of every kind ask for: the shipped site, built as a user builds it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

#: A busy machine is no fault of the code: nothing here is judged by the clock.
settings.register_profile("lyttevei", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("lyttevei")

ROOT = Path(__file__).resolve().parent.parent
#: Blanks and æøå, as in "Mine dokumenter" and on a pupil's USB stick.
AWKWARD = "Lytte på veien – æøå"


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Builds a content folder with sound into a folder with an awkward path, by the command itself, once in a run of the tests."""

    @cache
    def run(content: Path) -> Path:
        output = tmp_path_factory.mktemp("bygg") / AWKWARD / "output"
        output.parent.mkdir()
        command = [str(Path(sys.executable).with_name("lyttevei")), "build", "--content", str(content), "--output", str(output)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return output

    return run


#: One page that has all a page may have; it is not published.
TEST_CONTENT = ROOT / "tests" / "site" / "content"


@pytest.fixture(scope="session")
def built_site(build: Callable[[Path], Path]) -> Path:
    """The output folder of the shipped content."""
    return build(ROOT / "content")

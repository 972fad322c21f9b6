"""What others made: each package has its note and its hashes, the base stays small, and data files are what they say."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tomllib

import pytest

from tests.bench import install
from tests.making import ROOT

#: The most that the base may weigh on disk, in MB.
BUDGET = 400
LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-vendor.lock")


def asked() -> dict[str, set[str]]:
    """Every package that pyproject.toml names: those of the base, of each extra and of each group."""
    found = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = found["project"]
    lists = {"base": project["dependencies"], **project["optional-dependencies"], **found["dependency-groups"]}
    return {name: {install.named(each) for each in wanted} for name, wanted in lists.items()}


def test_every_package_has_its_note_and_no_note_is_left_over() -> None:
    rows = re.findall(
        r"^\| ([\w.-]+) \| (.+) \| (.+) \| (.+) \|$", (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    notes = [install.named(name) for name, *cells in rows if name != "Package" and all(len(cell.strip()) > 2 for cell in cells)]
    assert sorted(notes) == sorted(set().union(*asked().values()))


def test_an_extra_is_named_in_its_notes() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").split("## Extras")[1].split("\n## ")[0]
    assert set(re.findall(r"`\[(\w+)\]`", text)) == set(asked()) - {"base", "test", "build", "vendor"}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_its_version_and_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entry = r"^[\w.-]+(?:\[[\w,-]+\])?==\S+.*?\\\n(?:    --hash=sha256:[0-9a-f]{64}.*\n)+"
    assert len(re.findall(entry, text, re.MULTILINE)) == len(re.findall(r"^[^\s#]", text, re.MULTILINE)) > 5


def held(lock: str) -> set[str]:
    """The packages of a lock file."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {install.named(each) for each in re.findall(r"^([\w.-]+)(?=\[|==)", text, re.MULTILINE)}


def test_the_locks_hold_what_is_asked_for() -> None:
    groups, (site, tests, vendor) = asked(), map(held, LOCKS)
    assert groups["base"] | groups["build"] <= site <= tests
    assert groups["test"] <= tests and groups["vendor"] <= vendor


def test_the_base_is_small() -> None:
    assert 100 < sum(install.base().values()) / 1e6 < BUDGET


def test_what_each_part_weighs_is_printed_by_one_command() -> None:
    ran = subprocess.run([sys.executable, "-m", "tests.bench.install"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0 and re.match(r"base \d+ MB, \d+ packages\n  scipy +\d+\.\d MB\n", ran.stdout), ran.stderr
    assert re.findall(r"^extra (\w+) +\d+ MB more", ran.stdout, re.MULTILINE) == [
        name for name in asked() if name not in ("base", "build", "vendor")
    ]


def test_the_words_are_those_of_their_hash() -> None:
    folder = ROOT / "plugins" / "plain" / "data"
    noted = re.search(r"`([0-9a-f]{64})`", (folder / "README.md").read_text(encoding="utf-8"))
    assert hashlib.sha256((folder / "frequencies.txt.gz").read_bytes()).hexdigest() == noted[1]

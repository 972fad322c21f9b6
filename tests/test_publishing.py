"""Whatever stops a build, and whoever builds at the same time: what is published is one whole site, the old or the new."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.document import published
from plugins.document.publishing import exchange
from tests.making import ROOT, lyttevei, page, tree_bytes, write_tree
from tests.moments import BETWEEN_STEPS, kill_after, start, wait_for

#: Moments at which a build is killed: from its start, from its first file, and from its last on.
MOMENTS, SEED = 20, 13


def make(folder: Path, name: str) -> tuple[Path, dict[str, bytes]]:
    """A content folder and the site that it gives when nothing disturbs."""
    files = {f"content/sider/{n}.md": page(f"Dette er {name}, side {n}.", f"Side {n} {name}") for n in range(4)}
    content = write_tree(folder / name, files)
    assert lyttevei("build", "--no-sound", "--content", content, "--output", folder / name / "ut").code == 0
    return content, tree_bytes(folder / name / "ut")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, dict[str, bytes]]]:
    folder = tmp_path_factory.mktemp("steder")
    return {name: make(folder, name) for name in ("gammel", "ny")}


@pytest.fixture
def output(sites: dict, tmp_path: Path) -> Path:
    """The old site, published."""
    return Path(shutil.copytree(sites["gammel"][0].parent / "ut", tmp_path / "ut"))


def beside(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir() if path != output)


def written(output: Path, name: str) -> bool:
    """Whether a build has written that file of the new site."""
    return any((path / name).exists() for path in output.parent.glob("ut.ny-*"))


def test_killed_at_any_moment_the_old_or_the_new_site_is_whole(sites: dict, output: Path) -> None:
    chance, seen, killed = random.Random(SEED), [], 0
    (content, new), (_, old) = sites["ny"], sites["gammel"]
    kinds = ((1.5, lambda: True), (0.5, lambda: written(output, "")), (0.02, lambda: written(output, "sw.js")))
    for moment in range(MOMENTS):
        shutil.rmtree(output)
        shutil.copytree(sites["gammel"][0].parent / "ut", output)
        longest, since = kinds[moment % len(kinds)]
        killed += kill_after(start(content, output), chance.uniform(0, longest), since)
        seen.append(tree_bytes(output))
        assert seen[-1] in (old, new), f"moment {moment}: {sorted(set(seen[-1]) ^ set(new))}"
    assert killed > MOMENTS // 2 and old in seen
    assert start(content, output).wait() == 0 and tree_bytes(output) == new and beside(output) == []


def test_killed_between_two_steps_the_next_build_puts_it_right(sites: dict, output: Path) -> None:
    """Where the system has no exchange: the old site lies beside, and is back before the next build begins."""
    running = start(sites["ny"][0], output, f"KILL = True{BETWEEN_STEPS}")
    _, err = running.communicate()
    assert running.returncode == -signal.SIGKILL, err
    left = [name for name in beside(output) if not name.startswith(".")]
    assert not output.exists() and [name.split("-")[0] for name in left] == ["ut.gammel", "ut.ny"]
    assert tree_bytes(output.with_name(left[0])) == sites["gammel"][1]
    with pytest.raises(ZeroDivisionError), published(output):
        assert tree_bytes(output) == sites["gammel"][1] and beside(output) == [".ut.lock"]
        raise ZeroDivisionError
    assert tree_bytes(output) == sites["gammel"][1] and beside(output) == []


def test_without_an_exchange_two_steps_publish_as_well(sites: dict, output: Path) -> None:
    running = start(sites["ny"][0], output, f"KILL = False{BETWEEN_STEPS}assert any('.gammel-' in each for each in renamed)")
    _, err = running.communicate()
    assert running.returncode == 0, err
    assert tree_bytes(output) == sites["ny"][1] and beside(output) == []


def test_nobody_ever_finds_the_output_gone(output: Path) -> None:
    """A watcher looks for a file of the site while it is exchanged again and again."""
    look = f"import os\nprint('ser', flush=True)\nwhile os.stat({str(output / 'theme' / 'page.css')!r}): pass"
    watcher = subprocess.Popen([sys.executable, "-c", look], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    watcher.stdout.readline()
    shutil.copytree(output, output.with_name("ny"))
    for _ in range(2000):
        exchange(output.with_name("ny"), output)
    assert watcher.poll() is None, watcher.stderr.read()
    watcher.kill()
    watcher.communicate()


def test_of_two_builds_at_once_the_second_waits_and_says_so(sites: dict, output: Path) -> None:
    """The first stands still until the second has told that it waits."""
    first = start(sites["gammel"][0], output)
    wait_for(first, lambda: ".ut.lock" in beside(output))
    first.send_signal(signal.SIGSTOP)
    second = start(sites["ny"][0], output)
    told = second.stderr.readline()
    first.send_signal(signal.SIGCONT)
    (_, quiet), (_, more) = first.communicate(), second.communicate()
    assert (first.returncode, second.returncode, quiet, more) == (0, 0, "", "")
    assert told == f"Et annet bygg holder på med {output}. Dette venter til det er ferdig.\n"
    assert tree_bytes(output) == sites["ny"][1] and beside(output) == []


def test_what_dead_builds_left_goes_and_what_living_ones_have_stays(output: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    for number in (ended.pid, os.getppid(), os.getpid()):
        output.with_name(f"ut.ny-{number}").mkdir()
    output.with_name("ut.ny-kopi").mkdir()
    with published(output) as new:
        shutil.copytree(output, new)
    assert beside(output) == sorted([f"ut.ny-{os.getppid()}", "ut.ny-kopi"])


def test_a_full_disk_is_one_line_and_the_old_site_stays(sites: dict, tmp_path: Path) -> None:
    """The output on a file system of its own, which is full when a page has been saved and is built anew."""
    disk, copy, content = tmp_path / "disk", tmp_path / "kopi", sites["gammel"][0]
    disk.mkdir()
    size = sum((len(data) // 4096 + 1) * 4 for data in sites["gammel"][1].values()) * 3 // 2
    lines = 'mount -t tmpfs -o size=$1k none "$2"; shift 2; "$@" && { dd if=/dev/zero of=disk/fyll 2>&-; touch "$PAGE"; "$@"; }'
    lines += "; code=$?; cp -r disk/ut kopi; ls -A disk; exit $code"
    build = [sys.executable, "-m", "editor.cli", "build", "--no-sound", "--content", str(content), "--output", str(disk / "ut")]
    page = str(next(content.rglob("*.md")))
    ran = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", lines, "sh", str(size), str(disk), *build],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT), "PAGE": page},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 1 and tree_bytes(copy) == sites["gammel"][1], ran.stderr
    told = f"Feil: Nettstedet kan ikke skrives til {disk / 'ut'}: disken er full. Gjør plass, og bygg en gang til."
    assert ran.stderr.splitlines() == [told] and ran.stdout.splitlines()[-1] == "ut"


@pytest.mark.parametrize("command", ["build", "pack"])
def test_a_folder_that_may_not_be_written_is_one_line(sites: dict, tmp_path: Path, command: str) -> None:
    """By a user without the superuser's rights."""
    closed = tmp_path / "lukket"
    closed.mkdir(mode=0o555)
    before = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
    ran = subprocess.run(
        [*before, sys.executable, "-m", "editor.cli", command, "--content", str(sites["ny"][0]), "--output", str(closed / "ut")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    closed.chmod(0o755)
    assert ran.returncode == 1 and not any(closed.iterdir())
    form = r"Feil: (Nettstedet|Pakken) kan ikke skrives til \S+/ut: du har ikke lov til å skrive der\. Gi deg selv .+ mappen\."
    assert len(ran.stderr.splitlines()) == 1 and re.fullmatch(form, ran.stderr.strip()), ran.stderr

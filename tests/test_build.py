"""The whole path by its command: what is wrong is named once, and nothing half-made is published."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.speech.store import Store
from tests.making import PNG, ROOT, copy_project, lyttevei, page, tree_bytes, write_tree

GOOD = {"content/sider/god.md": page("Dette er en god side.", "God")}


def build(tmp_path: Path, *more: str, env: dict | None = None):
    return lyttevei("build", *more, "--content", tmp_path / "content", "--output", tmp_path / "ut", env=env)


def lines(err: str, name: str) -> list[str]:
    return [line for line in err.splitlines() if name in line]


@pytest.mark.parametrize(
    ("files", "name", "line", "level"),
    [
        ({"content/sider/x.md": "---\ntitle: [a\n---\n\nTekst."}, "x.md", 2, "feil"),
        ({"content/sider/x.md": page("En.\n\n[b](borte.md)")}, "x.md", 7, "feil"),
        ({"content/sider/x.md": "---\ntitle: X\nkind: yrkke\n---\n\nTekst."}, "x.md", 3, "feil"),
        ({"content/sider/x.md": "---\ntitle: X\n---\n"}, "x.md", 4, "merknad"),
        ({"content/sider/x.md": page("En.\n\n![](a.png)"), "content/sider/a.png": PNG}, "x.md", 7, "merknad"),
        ({"content/sider/x.md": page("Tekst.", "God")}, "x.md", 1, "feil"),
        ({"content/sider/x.md": page("Tekst.").replace("title: Prøve", "title: X\ntemplate: borte")}, "x.md", 3, "feil"),
    ],
    ids=["front-matter", "link", "kind", "empty", "alt", "address", "template"],
)
def test_a_fault_is_named_once_with_its_line(tmp_path, files, name, line, level):
    write_tree(tmp_path, GOOD)
    assert build(tmp_path, "--no-sound").code == 0
    before = tree_bytes(tmp_path / "ut")
    write_tree(tmp_path, files)
    ran = build(tmp_path, "--no-sound")
    told = lines(ran.err, name)
    assert len(told) == 1 and re.search(rf"{name}:{line}: {level}: .+ \[[a-z0-9-]+\]$", told[0]), ran.err
    assert "Traceback" not in ran.out + ran.err
    assert ran.code == (1 if level == "feil" else 0)
    assert (tree_bytes(tmp_path / "ut") == before) is (level == "feil")
    assert {path.name for path in tmp_path.iterdir()} == {"content", "ut"}


def test_all_faults_of_all_pages_are_told_in_one_run(tmp_path):
    write_tree(tmp_path, {f"content/sider/{n}.md": page(f"[x](borte{n}.md)", f"Side {n}") for n in range(5)})
    ran = build(tmp_path, "--no-sound")
    assert [len(lines(ran.err, f"{n}.md:5: feil")) for n in range(5)] == [1] * 5


def test_a_draft_is_nowhere(tmp_path):
    write_tree(tmp_path, {**GOOD, "content/sider/u.md": "---\ntitle: Hemmelig utkast\nstatus: draft\n---\n\nIngen skal se dette."})
    assert build(tmp_path).code == 0
    everything = tree_bytes(tmp_path / "ut")
    assert not any("hemmelig" in name for name in everything)
    assert not any(b"Hemmelig" in data or b"Ingen skal" in data for data in everything.values())


def test_check_and_build_agree(tmp_path):
    content = write_tree(tmp_path, {**GOOD, "content/sider/x.md": page("[b](borte.md) ![](a.png)\n\n# En til")})
    checked = lyttevei("check", "--json", "--content", content)
    assert checked.code == 1
    told = [f"{each['file']}:{each['line']}:" for each in checked.json()]
    built = build(tmp_path, "--no-sound")
    assert told == [re.match(r".*?:\d+:", line)[0] for line in built.err.splitlines() if ": feil:" in line or ": merknad:" in line]
    assert set(checked.json()[0]) == {"file", "line", "code", "level", "message"}


def test_check_of_one_file_tells_of_that_file_alone_and_knows_the_rest(tmp_path):
    content = write_tree(
        tmp_path,
        {
            **GOOD,
            "content/sider/a.md": page("[God](god.md) og [x](borte.md)", "A"),
            "content/sider/b.md": page("[y](borte.md)", "B"),
        },
    )
    ran = lyttevei("check", content / "sider" / "a.md", "--json")
    assert [(Path(each["file"]).name, each["code"]) for each in ran.json()] == [("a.md", "link-dead")]


def test_an_empty_content_folder_and_a_missing_one_say_what_to_do(tmp_path):
    (tmp_path / "content").mkdir()
    ran = build(tmp_path)
    assert ran.code == 1 and "--content" in ran.err and "Traceback" not in ran.err
    ran = lyttevei("check", "--content", tmp_path / "finnes-ikke")
    assert ran.code == 1 and "--content" in ran.err and "Traceback" not in ran.err


def test_an_output_folder_with_other_files_is_left_alone(tmp_path):
    write_tree(tmp_path, {**GOOD, "ut/viktig.txt": "x"})
    ran = build(tmp_path)
    assert ran.code == 1 and (tmp_path / "ut" / "viktig.txt").exists()


def test_two_builds_from_different_folders_cold_and_warm_give_the_same_bytes(tmp_path):
    results = []
    for name, lost in (("første gang", ""), ("b", "sider")):  # all of the output, or a part of it: else the build would find nothing to do
        home = "---\ntitle: Hjem\ntemplate: home\nslug: index\n---\n\nVelkommen."
        project = copy_project(tmp_path / name, {"content/index.md": home})
        shutil.copytree(ROOT / "tests" / "site" / "content", project / "content", dirs_exist_ok=True)
        for state in ("cold", "warm"):
            if state == "warm":
                shutil.rmtree(project / "output" / lost)
            ran = lyttevei("build", cwd=project, env={"PYTHONPATH": str(project), "PYTHONHASHSEED": str(len(results))})
            assert ran.code == 0 and "Ferdig" in ran.out, ran.err
            results.append(tree_bytes(project / "output"))
    assert any(file.endswith(".mp3") for file in results[0])
    assert [result == results[0] for result in results] == [True] * 4
    bare = subprocess.run(
        [sys.executable, "-m", "pelican", "--quiet"], cwd=project, env={**os.environ, "PYTHONPATH": str(project)}, check=False
    )
    assert bare.returncode == 0
    assert tree_bytes(project / "output") == results[0]
    write_tree(project, {"content/sider/x.md": page("[b](borte.md)")})
    bare = subprocess.run(
        [sys.executable, "-m", "pelican"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert bare.returncode == 1 and "sider/x.md:5: feil" in bare.stderr and "Traceback" not in bare.stderr
    assert tree_bytes(project / "output") == results[0]


def test_two_builds_at_once_with_one_store(tmp_path):
    more = "Her står det litt mer. " * 9
    pages = {f"content/sider/{number}.md": page(f"Dette er side {number}. {more}", f"S{number}") for number in range(4)}
    project = copy_project(tmp_path, {**GOOD, **pages})
    # Seeds of their own, so that each is a process of its own: the loaded one does one at a time.
    own = [{"PYTHONPATH": str(project), "PYTHONHASHSEED": seed} for seed in "12"]
    with ThreadPoolExecutor() as pool:
        building = [
            pool.submit(lyttevei, "build", "--output", tmp_path / name, cwd=project, env=env)
            for name, env in zip(("en", "to"), own, strict=True)
        ]
        ran = [each.result() for each in building]
    assert [each.code for each in ran] == [0, 0] and not any("Traceback" in each.err or ": feil:" in each.err for each in ran)
    first, second = tree_bytes(tmp_path / "en"), tree_bytes(tmp_path / "to")
    assert first == second and sum(name.endswith(".mp3") for name in first) == len(pages) + 1
    store = project / "audio" / "store"
    kept = sorted(store.glob("[0-9a-f][0-9a-f]/*"))
    assert len(kept) == 2 * (len(pages) + 1) and {path.suffix for path in kept} == {".mp3", ".json"}  # whole pairs, nothing half-written
    assert all(Store(store).find(path.stem) for path in kept)


def test_a_killed_voice_is_a_fault_of_that_page_and_the_old_site_stays(tmp_path):
    write_tree(tmp_path, GOOD)
    assert build(tmp_path).code == 0
    before = tree_bytes(tmp_path / "ut")
    long = "\n\n".join(f"Dette er avsnitt nummer {n}, og det er ganske langt for at stemmen skal bruke tid." for n in range(400))
    write_tree(tmp_path, {"content/sider/lang.md": page(long, f"Lang {time.time_ns()}")})
    command = [sys.executable, "-m", "editor.cli", "build", "--content", tmp_path / "content", "--output", tmp_path / "ut"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as building:
        killed = _kill_voice(building)
        _, err = building.communicate(timeout=120)
    assert killed
    assert len(lines(err, "lang.md")) == 1 and "[voice-died]" in lines(err, "lang.md")[0]
    assert building.returncode == 1 and "Traceback" not in err
    assert tree_bytes(tmp_path / "ut") == before


def _kill_voice(building: subprocess.Popen) -> bool:
    """Kill the first voice process that `building` starts."""
    while building.poll() is None:
        listed = subprocess.run(["ps", "-wweo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
        for line in listed.splitlines():
            pid, parent, command = line.split(None, 2)
            if parent == str(building.pid) and "espeak_worker" in command:
                os.kill(int(pid), signal.SIGKILL)
                return True
    return False

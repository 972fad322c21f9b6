"""Sound made by other machines, and a store that machines share: real Dask processes, and a stand-in for S3."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from subprocess import Popen

import pytest

from plugins.speech import SpeechSettings, VoiceError, cluster
from plugins.speech.casting import cast
from plugins.speech.lexicon import Lexicon
from plugins.speech.shared import Away
from plugins.speech.store import Store
from tests import clusters
from tests.making import configure, copy_project, lyttevei, page, tree_bytes

#: Long enough that a machine can be lost while they are made.
TEXT = " ".join(["Du lærer å lage mat, og du får lønn mens du lærer."] * 6)
PAGES = {f"content/sider/s{number}.md": page(f"{TEXT} Side {number}.", f"Side {number}") for number in range(8)}


def build(project: Path, env: dict[str, str] | None = None) -> tuple[str, str, int]:
    """What `lyttevei build` says there, with nothing known of an earlier output."""
    ran = lyttevei("build", cwd=project, env={"PYTHONPATH": str(project), **(env or {})})
    return ran.out, ran.err, ran.code


def share(project: Path, near: Path, **settings: str) -> None:
    """Give a copied project the shared store, and `near` for what it has of it."""
    path = project / "pelicanconf.py"
    text = path.read_text(encoding="utf-8")
    own = 'store=ROOT / "audio" / "store"'
    assert own in text
    path.write_text(text.replace(own, f'store="s3://lyd/store", near=Path({str(near)!r})'), encoding="utf-8")
    configure(project, **settings)


def lose(worker: Popen, folder: Path) -> None:
    """Kill a worker when the first sounds have come."""
    until = time.monotonic() + clusters.PATIENCE
    while time.monotonic() < until and len(list(folder.rglob("*.mp3"))) < 2:
        time.sleep(0.02)
    worker.kill()


def test_a_cluster_that_loses_a_machine_makes_the_same_site_in_a_shared_store(tmp_path: Path) -> None:
    here = copy_project(tmp_path / "her", PAGES)
    out, err, code = build(here)
    assert code == 0, err
    project = copy_project(tmp_path / "klynge", PAGES)
    with clusters.store(tmp_path, "lyd") as env, clusters.cluster(tmp_path, project, env) as (address, workers):
        share(project, tmp_path / "kopi", workers=repr(address))
        killer = threading.Thread(target=lose, args=(workers[0], tmp_path / "kopi"))
        killer.start()
        out, err, code = build(project, env)
        killer.join()
        assert code == 0, err
        assert workers[0].poll() is not None and workers[1].poll() is None
        assert tree_bytes(project / "output") == tree_bytes(here / "output")
        # Another machine finds all of it in the store, and needs no voice.
        other = copy_project(tmp_path / "annen", PAGES)
        share(other, tmp_path / "annen-kopi")
        out, err, code = build(other, env)
        assert code == 0 and "lest inn på nytt" not in out, out + err
        assert tree_bytes(other / "output") == tree_bytes(here / "output")


def test_what_one_machine_keeps_another_finds_whole_or_not_at_all(tmp_path: Path) -> None:
    address = (tmp_path / "felles").as_uri()
    made = Store(tmp_path / "a", address).keep("ab12", b"sound", 900, [0, 900], [0])
    found = Store(tmp_path / "b", address).find("ab12")
    assert found and found.path.read_bytes() == b"sound" and (found.hash, found.length) == (made.hash, 900)
    (tmp_path / "felles" / "ab" / "ab12.mp3").write_bytes(b"sou")
    assert Store(tmp_path / "c", address).find("ab12") is None and Store(tmp_path / "c", address).find("ab13") is None


def test_a_shared_store_that_cannot_be_written_is_told_and_the_sound_is_kept_here(tmp_path: Path) -> None:
    (tmp_path / "felles").write_text("a file, not a folder")
    store = Store(tmp_path / "a", (tmp_path / "felles").as_uri())
    with pytest.raises(Away, match="det felles lageret"):
        store.keep("ab12", b"sound", 900, [0, 900], [0])
    assert Store(tmp_path / "a").find("ab12")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"workers": "dask://"}, "workers"),
        ({"workers": "http://x:1"}, "workers"),
        ({"workers": "dask://x:8786", "voices": {"nb": ["gtts:no", "nb"]}}, "gtts"),
        ({"store": "tull://x"}, "fsspec"),
    ],
)
def test_settings_that_no_machine_can_follow_are_refused(tmp_path: Path, wrong: dict, told: str) -> None:
    with pytest.raises(ValueError, match=f"pelicanconf.py: .*{told}"):
        SpeechSettings(**{"store": tmp_path, "lexicon": tmp_path / "x.yaml", **wrong})


def test_a_cluster_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    settings = SpeechSettings(tmp_path, tmp_path / "x.yaml", workers="dask://127.0.0.1:1")
    with pytest.raises(VoiceError, match="svarer ikke"), cluster.ask(settings, Lexicon(), cast(settings)):
        pass

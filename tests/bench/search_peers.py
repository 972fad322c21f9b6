"""The same misspellings through other search libraries: lunr, lunr with wildcards and edits, MiniSearch, Fuse.

Fetched from npm into .cache/ the first time; they are no part of the project.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import Page

from plugins.search.letters import normalise
from plugins.search.tables import read_table
from plugins.search.titles import DATA, title_data
from tests.bench.search_figures import Figures, figures, find, keystrokes, search_page
from tests.bench.search_pages import wanted_titles
from tests.conftest import ROOT

FOLDER = ROOT / ".cache" / "search-peers"
PACKAGES = ("lunr@2.3.9", "lunr-languages@1.22.0", "minisearch@7.2.0", "fuse.js@7.5.0")
SCRIPTS = ("lunr/lunr.js", "lunr-languages/lunr.stemmer.support.js", "lunr-languages/lunr.no.js", "minisearch/dist/umd/index.js")
#: Fuse comes as a module only.
MODULE = "{{ const module = {{ exports: {{}} }}; {} ; globalThis.Fuse = module.exports; }}"
ASK = """([name, { titles, popularity }, typed]) => {
    const search = peers[name](titles, popularity);
    const found = [], ms = [];
    for (const text of typed) {
        const from = performance.now();
        found.push(search(text).slice(0, 8));
        ms.push(performance.now() - from);
    }
    return [found, ms];
}"""


def fetch() -> bool:
    """Have the packages in `FOLDER`; False where there is no npm or no network."""
    if FOLDER.joinpath("node_modules", "fuse.js").is_dir():
        return True
    if not shutil.which("npm"):
        return False
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(FOLDER), *PACKAGES]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def load(page: Page) -> None:
    """Put the libraries into a page."""
    modules = FOLDER / "node_modules"
    for name in SCRIPTS:
        page.add_script_tag(path=modules / name)
    page.add_script_tag(content=MODULE.format((modules / "fuse.js" / "dist" / "fuse.cjs").read_text(encoding="utf-8")))
    page.add_script_tag(path=Path(__file__).with_suffix(".js"))


def measure(page: Page) -> dict[str, Figures]:
    """The figures of ours and of each peer on the same titles and pairs; theirs are timed on whole words only."""
    titles = wanted_titles()
    known = {normalise(title.text) for title in titles}
    rows = [row for row in read_table(DATA / "misspellings.tsv") if normalise(row["meant"]) in known]
    typed, meant = [row["typed"] for row in rows], [row["meant"] for row in rows]
    made = {"ours": figures(find(page, titles, typed), meant, titles, keystrokes(page, titles, typed))}
    for name in page.evaluate("() => Object.keys(peers)"):
        found, ms = page.evaluate(ASK, [name, title_data(titles), typed])
        made[name] = figures(found, meant, titles, ms)
    return made


def main() -> None:
    """Print a table; say so where the packages cannot be had."""
    if not fetch():
        print("npm, or the network, is missing: the others are left out.")
        return
    with search_page() as page:
        load(page)
        made = measure(page)
    print(f"{made['ours'].pairs} pairs, {len(wanted_titles())} titles")
    print("Our costs were learnt from these very pairs, theirs were not: tests.bench.search has the figures for unseen words.")
    print(f"{'':18}{'hit@1':>8}{'hit@3':>8}{'none':>8}{'p50 ms':>9}{'p95 ms':>9}")
    for name, each in made.items():
        print(f"{name:18}{100 * each.hit1:8.1f}{100 * each.hit3:8.1f}{100 * each.none:8.1f}{each.p50:9.2f}{each.p95:9.2f}")


if __name__ == "__main__":
    main()

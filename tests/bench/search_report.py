"""The search's figures by how people type, and its sizes and times at 739, 2,000 and 10,000 titles."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from playwright.sync_api import Page

from plugins.search.learn import learn, read_pairs
from plugins.search.letters import normalise
from plugins.search.parts import parts
from plugins.search.titles import Title, title_data
from tests.bench.search_figures import find, keystrokes, percentile, places, search_page
from tests.bench.search_pages import many_pages, many_titles, wanted_titles
from tests.bench.search_variants import Pair, first_letters, half_typed, halves, variants
from tests.browser.searching import fill
from tests.conftest import ROOT

STATIC = ROOT / "plugins" / "search" / "static"
LAYER_1, FULL_TEXT = ("letters", "distance", "titles"), ("lunr", "stem", "words", "pages", "finder")
#: What a keystroke costs in the box with both layers, each the best of three tries, in ms; words are typed letter by letter.
WHOLE = """(typed) => {
    const find = (text) => finder.find(text, 8).hits.map(({ why }) => why);
    const time = (text) => ((from) => (find(text), performance.now() - from))(performance.now());
    return typed.flatMap((text) => Array.from(text, (_, i) => Math.min(...[1, 2, 3].map(() => time(text.slice(0, i + 1))))));
}"""
#: What is typed to time both layers: slips, and what many pages speak of.
TYPED = ("sykepleier", "elektiker", "hva gjør du på jobb", "barnehagelerer")
#: The longest piece of work on the main thread while the data of a part is read, best of three tries, in ms.
READ = """([titles, parts]) => {
    const time = (act) => Math.min(...[1, 2, 3].map(() => ((from) => (act(), performance.now() - from))(performance.now())));
    const most = (acts) => Math.max(...acts.map(time));
    return [
        time(() => Lyttevei.titleIndex(titles)), most(parts.map((part) => () => JSON.parse(part))),
        most(parts.map((part) => JSON.parse(part)).map((part) => () => lunr.Index.load(part.words))),
    ];
}"""


def figures_table(page: Page) -> None:
    """Print hit@1 and hit@3: misspellings by costs that never saw the words meant, other ways of typing by the shipped costs."""
    titles = wanted_titles()
    known = {normalise(title.text) for title in titles}
    halved = halves(read_pairs())
    print(f"{'misspelt as':34}{'pairs':>7}{'hit@1':>8}{'hit@3':>8}{'hit@5':>8}")
    for name, share in (("unseen words", 1), ("unseen words, 3/4 typed", 0.75), ("unseen words, half typed", 0.5)):
        at: list[int] = []
        for part, other in zip(halved, reversed(halved), strict=True):
            pairs = half_typed((pair for pair in part if pair[1] in known), share)
            at += ranks(page, titles, pairs, costs=learn(other))
        show(name, at)
    texts = [title.text for title in titles]
    for name, pairs in (variants(texts) | {"first three letters of 300": first_letters(texts)}).items():
        show(name, ranks(page, titles, pairs))


def ranks(page: Page, titles: Sequence[Title], pairs: Sequence[Pair], **changes: Any) -> list[int]:
    """The place of what was meant in what is found, 0 for none."""
    return places(find(page, titles, [typed for typed, _ in pairs], **changes), [meant for _, meant in pairs], titles)


def show(name: str, at: Sequence[int]) -> None:
    """One line of the table."""
    shares = "".join(f"{100 * sum(1 <= place <= among for place in at) / len(at):8.1f}" for among in (1, 3, 5))
    print(f"{name:34}{len(at):7}{shares}")


def size_table(page: Page) -> None:
    """Print bytes after gzip and times in ms for sites of three sizes."""
    for name in ("load", *FULL_TEXT):
        page.add_script_tag(path=STATIC / f"search-{name}.js")
    columns = ("titles kB", "full text kB", "parts", "index ms", "parse ms", "load ms", "p50 ms", "p95 ms", "both p95 ms", "both most ms")
    print(f"{'':14}" + "".join(f"{name:>14}" for name in columns))
    typed = [typed for typed, _ in read_pairs()[::16]]
    for count in (739, 2000, 10000):
        titles = wanted_titles() if count == 739 else many_titles(count)
        data = title_data(titles)
        pages = [
            SimpleNamespace(title=title, texts=texts, shown=shown)
            for title, texts, shown in zip(many_titles(count), *many_pages(count), strict=True)
        ]
        some = list(parts(pages))
        times = page.evaluate(READ, [data, some[:3]])
        ms = keystrokes(page, titles, typed)
        fill(page, pages)
        both = page.evaluate(WHOLE, list(TYPED))
        sizes = (kilobytes(json.dumps(data, ensure_ascii=False)), sum(map(kilobytes, some)), len(some))
        figures = (*sizes, *times, percentile(ms, 50), percentile(ms, 95), percentile(both, 95), max(both))
        print(f"{count:6} titles " + "".join(f"{number:14.4g}" for number in figures))


def kilobytes(text: str) -> float:
    """The size of a text after gzip, in kB of 1,000 bytes."""
    return len(gzip.compress(text.encode(), 9)) / 1000


def code(names: Sequence[str]) -> str:
    """The scripts of those names, one after the other."""
    return "".join((STATIC / f"search-{name}.js").read_text(encoding="utf-8") for name in names)


def main() -> None:
    """Print both tables and the budget of layer 1."""
    budget = kilobytes(code(LAYER_1) + json.dumps(title_data(wanted_titles()), ensure_ascii=False, separators=(",", ":")))
    print(f"layer 1 with 739 titles: {budget:.1f} kB of 10.2; scripts that come on focus: {kilobytes(code(FULL_TEXT)):.1f} kB")
    with search_page() as page:
        figures_table(page)
        size_table(page)


if __name__ == "__main__":
    main()

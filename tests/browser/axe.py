"""axe-core on a page: every rule for WCAG 2.0 to 2.2, A to AAA, and its best practice."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

SOURCE = Path(__file__).parent.parent / "vendor" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22a", "wcag22aa", "wcag22aaa", "best-practice")
#: The rules that a change of colours can break. Who has the stronger contrast (AAA) has the weaker one, which is not asked for again.
COLOURS = ("color-contrast-enhanced", "link-in-text-block")
WEAKER = "color-contrast"
#: Styles are read by the page's own sheets; to fetch them once more is forbidden on file://.
RUN = """async ([only, without]) => {
    const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
    const options = { runOnly: only, rules, resultTypes: ["violations"], preload: location.protocol !== "file:" };
    const { violations } = await axe.run(document, options);
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}"""


def axe(page: Page, only: tuple[str, ...] = TAGS, without: tuple[str, ...] = (), again: bool = False) -> list[str]:
    """The violations on the page as it is now, a line of text each: rule, element, what is wrong.

    The source is put in by the debugger, since a strict content security policy lets no script tag in; `again`: it is there already.
    """
    if not again:
        page.evaluate(source())
    return page.evaluate(RUN, [list(only), [WEAKER, *without] if only == TAGS else []])


@cache
def source() -> str:
    """axe-core's own text; who opens many pages makes it an init script, which is half the work."""
    return SOURCE.read_text(encoding="utf-8")

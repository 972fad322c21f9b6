"""Pieces of HTML and Markdown thrown together, as editors and Word never quite do."""

from __future__ import annotations

import random

TAGS = (
    "p div ul ol li table tr td th thead tbody details summary blockquote pre code b i em strong a span abbr h1 h2 "
    "h3 h4 h5 h6 br hr img dl dt dd figure figcaption caption sup sub section mark ruby rt q small s del ins font "
    "center script style svg math form input button label select option textarea iframe object nav header main "
    "article title head body html "
).split()

ATTRIBUTES = (
    "",
    "",
    "",
    "",
    ' lang="en"',
    ' class="pynt"',
    ' id="x"',
    ' href="a.md"',
    ' src="b.png" alt="Bilde & <x>"',
    ' title="t&quot;x"',
    ' colspan="2"',
    " open",
    ' start="3"',
    " onclick=x",
    ' lang="no"',
    ' style="color:red"',
    ' align="right"',
)
TEXTS = (
    "Helse",
    " ",
    "\n",
    "æøå",
    "a\u030a",
    "Yrkes\u00adfag",
    "1 250 000",
    "😀 jobb",
    "&amp;",
    "&lt;b&gt;",
    "<",
    "&",
    "x < y > z",
    "\u00a0",
    "\u200b",
    "שלום",
    "8. klasse",
    "\t",
    "kl. 08.30",
    "&nbsp;&shy;",
    "&#x41;",
    "\U0001d538",
    "]]>",
    "<!-- k -->",
    "--",
    '"',
    "{{ x }}",
)
MARKDOWN = (
    "# H\n",
    "## Lønn\n",
    "- a\n",
    "  - b\n",
    "    - c\n",
    "1. en\n",
    "2. to\n",
    "8. klasse\n",
    "> sitat\n",
    "| a | b |\n|---|--:|\n| 1 | 2 |\n",
    "/// details | Mer\nTekst\n///\n",
    "```\nkode < &\n```\n",
    "    innrykk\n",
    "**fet**",
    "*kursiv*",
    "[l](a.md)",
    "![](x.png)",
    "![alt](x.png){.pynt}",
    "tekst[^1]\n",
    "\n[^1]: note\n",
    "*[HMS]: helse\n",
    "HMS",
    "\n\n",
    "\n",
    "linje  \nny",
    "`kode`",
    "<div>\n",
    "</div>\n",
    "<b>",
    "</b>",
    "Term\n: def\n",
    "http://x.no",
    "~~bort~~",
    "\\*",
    "***\n",
    "• punkt\n",
    "+ pluss\n",
    "{.x #y onclick=z}\n",
)


def fragment(seed: int) -> str:
    """A text of up to 40 pieces, the same for the same `seed`."""
    chance = random.Random(seed)
    return "".join(_piece(chance) for _ in range(chance.randint(1, 40)))


def _piece(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.3:
        return f"<{chance.choice(TAGS)}{chance.choice(ATTRIBUTES)}>"
    if kind < 0.45:
        return f"</{chance.choice(TAGS)}>"
    if kind < 0.7:
        return chance.choice(TEXTS)
    return chance.choice(MARKDOWN)

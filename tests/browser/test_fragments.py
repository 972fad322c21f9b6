"""Thousands of fragments as a real browser reads them: every text in one Block, equal to the character."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from plugins import document
from plugins.document.utf16 import units
from tests.fragments import fragment
from tests.making import page as markdown_page
from tests.making import read

COMPARE = """pages => pages.flatMap(page => {
  const tree = new DOMParser().parseFromString('<!doctype html><body><main>' + page.html + '</main>', 'text/html');
  const faults = [], blocks = new Set();
  for (const [id, text] of page.blocks) {
    const found = [...tree.querySelectorAll('[id]')].filter(element => element.id === id);
    if (found.length !== 1) faults.push([page.seed, id, found.length + ' elements']);
    else if (found[0].textContent !== text) faults.push([page.seed, id, found[0].textContent, text]);
    blocks.add(found[0]);
  }
  const walker = tree.createTreeWalker(tree.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.data.trim()) continue;
    let around = 0;
    for (let element = walker.currentNode.parentElement; element; element = element.parentElement) around += blocks.has(element);
    if (around !== 1) faults.push([page.seed, 'in ' + around + ' Blocks', walker.currentNode.data]);
  }
  return faults;
})"""


def around_texts(found: document.Document, chance: random.Random) -> Iterator[document.Insertion]:
    """An Insertion round a random stretch of half of the text nodes."""
    for block in found.blocks:
        for piece in block.pieces:
            if piece.text and chance.random() < 0.5:
                first = chance.randrange(len(piece.text))
                last = chance.randrange(first + 1, len(piece.text) + 1)
                start, end = (piece.start + units(piece.text[:at]) for at in (first, last))
                yield document.Insertion("around", block.id, start, end, "mark", {})


def rendered(seed: int) -> dict:
    """A fragment's page as HTML with Insertions, and its Blocks."""
    found = read(markdown_page(fragment(seed)))
    insertions = list(around_texts(found, random.Random(seed)))
    html = document.render(found, insertions, lambda link: link.target, lambda name, values: f"<{name}>{values['text']}</{name}>")
    return {"seed": seed, "html": html, "blocks": [[block.id, block.text] for block in found.blocks]}


@pytest.mark.parametrize("first", range(10_000, 13_000, 1000))
def test_every_text_lies_in_one_block_and_equals_it_after_rendering(browser: Browser, first: int):
    page = browser.new_page()
    assert page.evaluate(COMPARE, [rendered(seed) for seed in range(first, first + 1000)]) == []
    page.close()

"""What voicing many pages takes beside the least that can be: espeak-ng says their words, lame packs them, on every processor.

make bench                                         100 pages
.venv/bin/python -m tests.bench.voicing 1000       1,000 pages

The least has no levels, no pauses, no word times and no store, and starts espeak-ng once for each processor.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from plugins import document
from plugins.document import Block
from plugins.document.workers import processors
from plugins.speech import mp3
from plugins.speech.casting import cast
from plugins.speech.lexicon import Lexicon, read_lexicon
from plugins.speech.make import parts
from plugins.speech.script import script
from plugins.speech.settings import SpeechSettings
from plugins.speech.together import Job, speak_all
from plugins.speech.voices import RATE, Espeak, Run
from tests.bench import corpus
from tests.conftest import ROOT

PAGES, ROUNDS = 100, 3
#: The most that ours may take of the least.
AIM = 1.5


def said(blocks: Sequence[Block], settings: SpeechSettings, lexicon: Lexicon) -> list[Run]:
    """What the voice is given of a page."""
    return [part.run for part in parts(script(blocks, settings, lexicon), settings)]


def least(pages: Sequence[list[Run]]) -> float:
    """Seconds in which every processor's espeak-ng says its share, and lame packs each page of it."""

    def work(number: int) -> int:
        mine = pages[number :: processors()]
        clips = iter(Espeak(160).speak([run for page in mine for run in page]))
        return sum(
            len(mp3.encode(np.concatenate([next(clips).samples for _ in page]).astype(np.float32) / 32768, RATE)) for page in mine if page
        )

    started = time.perf_counter()
    made = dict(document.share(work, range(processors()), least=1))
    assert all(made.values())
    return time.perf_counter() - started


def ours(pages: Sequence[Sequence[Block]], settings: SpeechSettings, lexicon: Lexicon) -> float:
    """Seconds in which the room makes them, with nothing in the store."""
    started = time.perf_counter()
    for job in speak_all([Job(blocks) for blocks in pages], settings, lexicon, cast(settings)):
        assert job.result().new
    return time.perf_counter() - started


def main() -> None:
    """Print both, and their ratio in each round."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else PAGES
    lexicon, _ = read_lexicon(ROOT / "audio" / "uttale.yaml")
    with tempfile.TemporaryDirectory() as name:
        settings = SpeechSettings(store=Path(name) / "store", lexicon=ROOT / "audio" / "uttale.yaml")
        texts = [corpus.page(number, [f"yrker/yrke-{each}.md" for each in range(count)], ["bilder/kokk.svg"]) for number in range(count)]
        found = [document.Page(document.read_bytes(text.encode(), f"yrker/yrke-{number}.md")) for number, text in enumerate(texts)]
        pages = [document.spoken_blocks(page) for page in found]
        runs = [said(blocks, settings, lexicon) for blocks in pages]
        print(f"{count} pages on {processors()} processors")
        for number in range(ROUNDS):
            bare = least(runs)
            full = ours(pages, replace(settings, store=Path(name) / f"store-{number}"), lexicon)
            print(f"  espeak-ng and lame {bare:8.2f} s   ours {full:8.2f} s   {full / bare:6.2f} (aim: at most {AIM})")


if __name__ == "__main__":
    main()

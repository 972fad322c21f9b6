"""What a page's sound costs beside a naive design: an espeak-ng call and an MP3 for each sentence, joined by pydub.

Both in one run on the same pages, counted in seconds of CPU, those of their processes too; nothing is in the store.
"""

from __future__ import annotations

import resource
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from pydub import AudioSegment

from plugins import document
from plugins.document import Sentence
from plugins.speech.lexicon import read_lexicon
from plugins.speech.make import make, parts
from plugins.speech.script import script
from plugins.speech.settings import SpeechSettings
from plugins.speech.voices import RATE, Espeak
from plugins.speech.voices.ffmpeg import find_ffmpeg
from tests.conftest import ROOT

#: The most that ours may cost of the naive one.
AIM = 0.2
PAGES = ("yrker/sykepleier.md", "yrker/elektriker.md", "hjelp/*.md")


def cpu(act: Callable[[], object]) -> float:
    """Seconds of CPU that something takes, in this process and in those it starts."""

    def used() -> float:
        own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime

    before = used()
    act()
    return used() - before


def naive(sentences: Sequence[Sentence], settings: SpeechSettings, folder: Path) -> None:
    """One call of the voice and one MP3 by ffmpeg for each sentence; all read again, joined with their pauses, and written."""
    AudioSegment.converter = find_ffmpeg()
    voice, files = Espeak(settings.rate), []
    for part in parts(sentences, settings):
        (clip,) = voice.speak([part.run])
        segment = AudioSegment(clip.samples.tobytes(), frame_rate=RATE, sample_width=2, channels=1)
        files.append((folder / f"{len(files)}.mp3", part.pause))
        segment.export(files[-1][0], format="mp3", bitrate="48k").close()
    page = AudioSegment.empty()
    for file, pause in files:
        page += AudioSegment.from_file(file, codec="mp3") + AudioSegment.silent(pause, RATE)
    page.export(folder / "page.mp3", format="mp3", bitrate="48k").close()


def main() -> None:
    """Print seconds of CPU for each page by both ways, and the ratio of the sums."""
    total = {"ours": 0.0, "naive": 0.0}
    files = [path for name in PAGES for path in sorted((ROOT / "content").glob(name))]
    with tempfile.TemporaryDirectory() as name:
        settings = SpeechSettings(store=Path(name) / "store", lexicon=ROOT / "audio" / "uttale.yaml")
        lexicon, _ = read_lexicon(settings.lexicon)
        make(_script("index.md", settings, lexicon), settings, Espeak(settings.rate))  # loads what is loaded once for a build
        for path in files:
            sentences = _script(path.relative_to(ROOT / "content").as_posix(), settings, lexicon)
            folder = Path(name) / path.stem
            folder.mkdir()
            took = {
                "ours": cpu(lambda said=sentences: make(said, settings, Espeak(settings.rate))),
                "naive": cpu(lambda said=sentences, into=folder: naive(said, settings, into)),
            }
            total = {way: total[way] + took[way] for way in total}
            print(f"  {path.stem:24}{len(sentences):5} sentences, ours {took['ours']:6.2f} s, naive {took['naive']:6.2f} s of CPU")
    print(f"  ours / naive: {total['ours'] / total['naive']:.3f} (aim: at most {AIM})")


def _script(file: str, settings: SpeechSettings, lexicon: object) -> list[Sentence]:
    page = document.Page(document.read_page(ROOT / "content" / file, file, "nb"))
    return script(document.spoken_blocks(page), settings, lexicon)


if __name__ == "__main__":
    main()

"""Taking away sound that no page uses any more."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from plugins import document
from plugins.document import Block, Site

from .casting import cast, unready
from .inventory import FOLDER
from .lexicon import Lexicon, read_lexicon
from .make import name, parts
from .recorded import compared
from .recorded import name as recorded_name
from .recordings import find_recordings
from .script import script
from .settings import SpeechSettings
from .short import short_blocks
from .voices import Aligned, Cast, Espeak, Kept, Run, SoundFault, VoiceError, split

#: Half-written files of a build that died are taken when they are this old, in seconds: another build may be running.
OLD = 3600


def clean(site: Site) -> tuple[int, int, list[str]]:
    """Take away what no page uses, samples too: how many files, how many bytes, and why clips are left, if they are. Raises OSError.

    What a voice that cannot be used here has said is not known by name: then every clip stays, since another machine paid for it.
    """
    settings = site.settings.speech
    store, keys, missing = settings.sounds.folder, used(site), unready(settings, cast(settings))[1]
    clips = {path.stem for path in store.glob("[0-9a-f][0-9a-f]/*.flac")} if missing else set()
    unwanted = [path for path in store.glob("[0-9a-f][0-9a-f]/*") if _unwanted(path, keys | clips)]
    unwanted += (store / FOLDER).glob("*.mp3")
    size = sum(path.stat().st_size for path in unwanted)
    for path in unwanted:
        path.unlink(missing_ok=True)
    shutil.rmtree(store / FOLDER, ignore_errors=True)
    for folder in store.glob("[0-9a-f][0-9a-f]"):
        if not any(folder.iterdir()):
            folder.rmdir()
    return len(unwanted), size, missing if clips else []


def _unwanted(path: Path, keys: set[str]) -> bool:
    if path.name.startswith(".ny-"):
        return time.time() - path.stat().st_mtime > OLD
    return path.stem not in keys


def used(site: Site) -> set[str]:
    """The store's keys of all that a page is heard from, or would be if a voice failed. Raises OSError where a recording cannot be read."""
    settings, recordings = site.settings.speech, find_recordings(site)
    lexicon, _ = read_lexicon(settings.lexicon)
    voices, found = cast(settings), set()
    for page in document.every_page(site):
        recording = recordings.get(page.document.file)
        found |= set(_said(document.spoken_blocks(page), settings, lexicon, voices))
        if recording and recording.is_file():
            found.add(_recording(page, settings, lexicon, recording))
    for asked in site.wanted:
        found |= set(_said(short_blocks(*asked), settings, lexicon, voices))
    return found


def _said(blocks: Sequence[Block], settings: SpeechSettings, lexicon: Lexicon, voices: Cast) -> Iterator[str]:
    sentences = script(blocks, settings, lexicon)
    for each in without_some(settings):
        runs = parts(sentences, each)
        try:
            yield name(runs, each, voices)
            yield from (key for part in runs if (key := _clip(part.run, voices)))
        except VoiceError:
            continue


def without_some(settings: SpeechSettings) -> Iterator[SpeechSettings]:
    """The settings as they are, and as they would be if any of the voices that can fail did."""
    able = (*settings.named("piper"), *settings.named("gtts"))
    for count in range(len(able) + 1):
        for lost in combinations(able, count):
            left = settings
            for voice in lost:
                left = left.without(voice) or left
            yield left


def _clip(run: Run, voices: Cast) -> str:
    engine, voice = split(run.voice)
    kept = voices.engines[engine]
    return kept.name(Run(voice, run.words)) if isinstance(kept, Kept | Aligned) else ""


def _recording(page: Any, settings: SpeechSettings, lexicon: Lexicon, file: Path) -> str:
    blocks = document.spoken_blocks(page)
    own = compared(blocks, settings)
    try:
        return recorded_name(parts(script(blocks, own, lexicon), own), own, Espeak(own.rate), file)
    except SoundFault as fault:
        raise OSError(str(fault)) from None

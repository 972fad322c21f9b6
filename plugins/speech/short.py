"""Short texts with a sound of their own: explanations of words, and whatever else is not in a page's sound."""

from __future__ import annotations

from concurrent.futures import Future

from plugins.document import Block, Site, problem

from .casting import cast, unready
from .data import data_key
from .lexicon import read_lexicon
from .saying import Spoken
from .together import Job, fault, speak_all

#: The Block's id in the data script of a short text.
TEXT = "tekst"


def short_blocks(text: str, lang: str) -> tuple[Block, ...]:
    """The text as a page of one paragraph."""
    return (Block(TEXT, "p", text, lang),)


def voice_text(site: Site, text: str, lang: str, file: str = "") -> str:
    """The key of a short text's data script, for `data-key` of `<ly-listen>`; "" where it cannot be heard.

    For rooms below this one. A room above it asks with `document.want_sound`, and templates find the
    key in `site.heard[text, lang]`. The same text is voiced once; `file` is the page to name if the voice fails.
    """
    asked = (text, lang)
    site.wanted.setdefault(asked, file)
    lexicon, faults = read_lexicon(site.settings.speech.lexicon)
    if asked not in site.heard and site.settings.sound and not faults:
        voices = cast(site.settings.speech)
        settings, _ = unready(site.settings.speech, voices)
        (job,) = speak_all([Job(short_blocks(text, lang))], settings, lexicon, voices)
        take_short(job, asked, site)
    return site.heard.get(asked, "")


def take_short(job: Future, asked: tuple[str, str], site: Site) -> None:
    """Put a short text's sound where the browser finds it, or say why there is none."""
    code, message = fault(job, site.settings.speech.sounds)
    told = ((code, message),) if code else job.result().told
    site.problems += (problem(site.wanted[asked], 1, each, f"«{asked[0]}»: {text}") for each, text in told)
    site.heard[asked] = "" if code else publish(job.result(), site)


def publish(spoken: Spoken, site: Site) -> str:
    """Give the site a sound and its word times; the key of its data script, "" where nothing is said."""
    if not spoken.made:
        return ""
    name = data_key(spoken.data)
    site.data[name] = spoken.data
    site.files[spoken.data["sound"]] = spoken.made.path
    return name

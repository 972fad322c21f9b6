"""What the room tells an editor, in bokmål."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from plugins.document import Document, Problem, problem

from .lix import Lix
from .settings import PlainSettings

TEXTS = MappingProxyType(
    {
        "long": "«{text}» har {count} ord. Del den der en ny tanke begynner.",
        "passive": "«{text}» Hvem gjør det? Skriv hvem, i stedet for «{word}»: «vi godkjenner», «du leverer».",
        "rare": "«{text}» Få kjenner ordet «{word}». Bytt det med et vanlig ord, eller forklar det i ordliste.yaml.",
        "short": "«{text}» Hva er {word}? Skriv det helt ut første gang, med {word} i parentes.",
        "names": "«{text}» Siden sier både «{other}» og «{word}» om det samme. Bruk bare ett av ordene.",
        "heading": "Overskriften «{text}» spør ikke om noe. Skriv det leseren lurer på, med spørsmålstegn.",
    }
)


def say(kind: str, text: str, **values: object) -> str:
    """The remark of a kind on a sentence."""
    return TEXTS[kind].format(text=text, **values)


def offer(document: Document, made: Sequence[str]) -> Iterator[Problem]:
    """The summary that the build chose, ready to be copied into the page and bettered."""
    if made:
        lines = " ".join(f"- {sentence}" for sentence in made)
        message = f"Siden mangler «Kort sagt». Vi viser setninger fra siden så lenge. Skriv dine egne, eller bruk disse: summary: {lines}"
        yield problem(document.file, 1, "summary-made", message)


def weight(document: Document, short: Lix, body: Lix, settings: PlainSettings) -> Iterator[Problem]:
    """A text that is heavier than the settings allow."""
    for name, found, most in (("Kort sagt", short, settings.lix_short), ("Teksten", body, settings.lix_body)):
        if most and found.value > most:
            message = (
                f"«{name}» er tung å lese: LIX {found.value:.0f}, målet er høyst {most:.0f}. "
                f"Den har {found.words / found.sentences:.0f} ord i setningen, og {100 * found.long / found.words:.0f} % lange ord. "
                "Skriv kortere setninger og kortere ord."
            )
            yield problem(document.file, 1, "plain-lix", message)

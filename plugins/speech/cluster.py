"""Sound made by many machines: a Dask cluster whose workers have this program, and a store that they and we share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from plugins.document import Block

from .voices.protocol import Clip, Run, Voice, VoiceError

if TYPE_CHECKING:
    from .lexicon import Lexicon
    from .saying import Spoken
    from .settings import SpeechSettings

ADDRESS = re.compile(r"dask://([\w.-]+|\[[0-9A-Fa-f:]+\]):(\d{1,5})")
#: Seconds to wait for the scheduler, and then for the first worker.
PATIENCE = 20
#: Pages under way for each of the cluster's threads: one is made while the next is sent.
AHEAD = 2
OTHER = (
    "En maskin i klyngen lagde en annen lyd enn denne ville gjort. Gi alle maskinene samme utgave av Lyttevei og av stemmene, "
    "og et lager som alle ser (store i pelicanconf.py)."
)


class Unmade(Exception):
    """What a voice is asked for is not in the store."""


class Absent:
    """A voice that says nothing itself: only what is in the store is heard."""

    def __init__(self, voice: Voice) -> None:
        self.voice, self.rate = voice, voice.rate

    def sign(self, voice: str) -> str:
        """As the voice itself."""
        return self.voice.sign(voice)

    def speak(self, runs: Sequence[Run]) -> list[Clip]:
        """Raises Unmade."""
        raise Unmade


def is_address(workers: object) -> bool:
    """Whether `workers` names a cluster and no number."""
    return isinstance(workers, str)


def usable(address: str) -> str:
    """What is wrong with a cluster's address, or missing on this machine, in bokmål; "" for nothing."""
    if not ADDRESS.fullmatch(address):
        return "Skriv et tall, eller adressen til en klynge: dask://maskin:8786."
    return "" if find_spec("distributed") else "Dask mangler her. Kjør: pip install lyttevei[cluster]."


@contextmanager
def ask(settings: SpeechSettings, lexicon: Lexicon, voice: Voice) -> Iterator[tuple[Callable[[Sequence[Block]], Spoken], int]]:
    """What gives the sound of Blocks, from the store or by the cluster, and how many may be asked for at once.

    Raises VoiceError where the cluster does not answer; so does what it gives where the voice fails there, or the cluster is
    gone. A worker that dies has its pages made by another.
    """
    from distributed import Client

    host, port = ADDRESS.fullmatch(settings.workers).groups()
    try:
        client = Client(f"tcp://{host}:{port}", timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise VoiceError(f"Klyngen {settings.workers} svarer ikke. Start den, eller sett workers til 0 i pelicanconf.py.") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            message = f"Klyngen {settings.workers} har ingen maskiner som arbeider. Start dask worker på dem, eller sett workers til 0."
            raise VoiceError(message) from None
        executor = client.get_executor(pure=False)
        own = replace(settings, workers=0)
        yield (lambda blocks: _spoken(blocks, own, lexicon, voice, executor)), AHEAD * max(1, sum(client.nthreads().values()))


def _spoken(blocks: Sequence[Block], settings: SpeechSettings, lexicon: Lexicon, voice: Voice, executor: Any) -> Spoken:
    from .saying import speak

    try:
        return speak(blocks, settings, lexicon, Absent(voice))
    except Unmade:
        pass
    spoken = _elsewhere(executor.submit(there, blocks, settings, lexicon))
    try:  # what another voice said is found by its name alone
        own = settings.sounds.find(spoken.made.path.stem) if spoken.told else speak(blocks, settings, lexicon, Absent(voice)).made
    except Unmade:
        own = None
    if own is None:
        raise VoiceError(OTHER)
    return replace(spoken, made=own)


def there(blocks: Sequence[Block], settings: SpeechSettings, lexicon: Lexicon) -> Spoken:
    """What a machine of the cluster does: a page's sound, put where all find it. Raises as `saying.speak` does."""
    from .casting import cast
    from .saying import speak

    return speak(blocks, settings, lexicon, cast(settings))


def _elsewhere(job: Future) -> Spoken:
    try:
        return job.result()
    except (VoiceError, OSError):
        raise
    except (Exception, CancelledError) as error:  # Dask has many names for machines that are gone
        message = f"Klyngen ble borte underveis ({type(error).__name__}). Bygg en gang til: det som er ferdig, er tatt vare på."
        raise VoiceError(message) from error

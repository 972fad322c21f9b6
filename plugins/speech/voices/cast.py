"""All the voices of a site as one: each Run goes to the engine that its voice's name begins with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .protocol import RATE, Clip, Run, Voice, VoiceError

ESPEAK = "espeak"


def split(voice: str) -> tuple[str, str]:
    """Engine and name: "piper:no_NO-talesyntese-medium"; a name alone is espeak-ng's."""
    engine, colon, name = voice.partition(":")
    return (engine, name) if colon else (ESPEAK, voice)


class Cast:
    """A voice that asks others, by the name of their engine."""

    rate = RATE

    def __init__(self, engines: Mapping[str, Voice]) -> None:
        self.engines = engines

    def sign(self, voice: str) -> str:
        """What the engine says of its voice. Raises VoiceError where that cannot be used here."""
        engine, name = split(voice)
        try:
            return self.engines[engine].sign(name)
        except VoiceError as error:
            raise VoiceError(str(error), voice) from None

    def speak(self, runs: Sequence[Run]) -> list[Clip]:
        """One Clip for each Run, in order. Raises VoiceError that names the voice which failed."""
        clips: dict[int, Clip] = {}
        for asked in dict.fromkeys(_asked(run.voice) for run in runs):
            own = [index for index, run in enumerate(runs) if _asked(run.voice) == asked]
            given = [Run(split(runs[index].voice)[1], runs[index].words) for index in own]
            try:
                clips.update(zip(own, self.engines[split(asked)[0]].speak(given), strict=True))
            except VoiceError as error:
                raise VoiceError(str(error), error.voice or asked) from None
        return [clips[index] for index in range(len(runs))]


def _asked(voice: str) -> str:
    """espeak-ng is asked once for all its voices, the others once for each, so that the one that failed is known."""
    return "espeak:" if split(voice)[0] == ESPEAK else voice

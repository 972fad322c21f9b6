"""Asking Google for sound, politely: one question at a time, seldom, again after a wait, and not for ever."""

from __future__ import annotations

import base64
import binascii
import re
import threading
import time
from dataclasses import dataclass

from .protocol import VoiceError

PATH = "/_/TranslateWebserverUi/data/batchexecute"
ANSWER = re.compile(r'jQ1olc","\[\\"([A-Za-z0-9+/=]+)\\"\]')
#: Seconds to wait after a first, second ... failure, at most; and the most that the server may ask for.
LONGEST_WAIT, LONGEST_ASKED = 30.0, 120.0
#: Answers after which asking again does not help.
FINAL = frozenset({400, 401, 403, 404, 405, 414})
#: No sentence's MP3 is larger, in bytes.
LARGEST = 4_000_000


@dataclass(frozen=True)
class GttsSettings:
    """How the online voice is asked: `pause` s between questions, each waited for `patience` s and asked `tries` times;
    after `failures` in a row nobody is asked any more.
    """

    address: str = "https://translate.google.com"
    pause: float = 0.5
    patience: float = 20.0
    tries: int = 4
    failures: int = 3


class Google:
    """One for a whole build, shared by its threads: it remembers when it last asked and how often it failed."""

    def __init__(self, settings: GttsSettings) -> None:
        self.settings, self.lock = settings, threading.Lock()
        self.next, self.failed, self.why = 0.0, 0, ""

    def ask(self, text: str, lang: str) -> bytes:
        """The MP3 of at most 100 characters. Raises VoiceError when every try has failed."""
        with self.lock:
            if self.failed >= self.settings.failures:
                raise VoiceError(f"Stemmen på nett svarer ikke ({self.why}), og blir ikke spurt mer i denne byggingen.")
            for attempt in range(self.settings.tries):
                found, why, wait = self._once(text, lang)
                if found:
                    self.failed = 0
                    return found
                self.why = why
                if wait < 0 or attempt + 1 == self.settings.tries:
                    break
                self.next = time.monotonic() + max(wait, min(LONGEST_WAIT, self.settings.pause * 2 ** (attempt + 1)))
            self.failed += 1
        raise VoiceError(f"Stemmen på nett svarer ikke: {self.why}. Bygg en gang til senere.")

    def _once(self, text: str, lang: str) -> tuple[bytes, str, float]:
        """(MP3, "", 0), or (nothing, why, seconds to wait before the next try; negative: it would not help)."""
        import requests  # only where the online voice was chosen

        time.sleep(max(0.0, self.next - time.monotonic()))
        self.next = time.monotonic() + self.settings.pause
        try:
            status, headers, body = self._send(text, lang)
        except requests.Timeout:
            return b"", "det tok for lang tid", 0.0
        except (requests.RequestException, OSError):
            return b"", "forbindelsen ble brutt, eller maskinen er ikke på nett", 0.0
        if status == 429:
            return b"", "for mange spørsmål (429)", _seconds(headers.get("Retry-After", ""))
        if status != 200:
            return b"", f"feil {status} hos tjenesten", -1.0 if status in FINAL else 0.0
        found = ANSWER.search(body.decode("utf-8", "replace"))
        try:
            return (base64.b64decode(found[1]), "", 0.0) if found else (b"", "svaret var tomt", 0.0)
        except binascii.Error:
            return b"", "svaret var skadet", 0.0

    def _send(self, text: str, lang: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body; never longer than `patience` in all, though the answer drips."""
        import requests
        from gtts import gTTS
        from urllib3.exceptions import HTTPError, TimeoutError

        body = gTTS(text, lang=lang, lang_check=False, pre_processor_funcs=[]).get_bodies()[0]
        until = time.monotonic() + self.settings.patience
        address, limits = self.settings.address.rstrip("/") + PATH, (min(10.0, self.settings.patience), self.settings.patience)
        with requests.post(address, data=body, headers=gTTS.GOOGLE_TTS_HEADERS, timeout=limits, stream=True) as answer:
            got = b""
            try:
                while part := answer.raw.read1(65536, decode_content=True):
                    got += part
                    if time.monotonic() > until or len(got) > LARGEST:
                        raise requests.Timeout
            except TimeoutError:
                raise requests.Timeout from None
            except HTTPError as fault:
                raise requests.ConnectionError(fault) from None
            return answer.status_code, dict(answer.headers), got


def _seconds(asked: str) -> float:
    return min(LONGEST_ASKED, float(asked)) if asked.strip().isdigit() else 0.0

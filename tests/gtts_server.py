"""A stand-in of Google's speech service on this machine: it answers as that does, well or badly, with real speech."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import numpy as np

from plugins.speech.mp3 import encode
from plugins.speech.voices import RATE, Espeak
from tests.voicing import runs

#: Seconds that those who ask it should wait: long enough for a busy machine to speak a sentence.
PATIENCE = 4
OTHER_WORDS = "Brannfaren på verftet er ganske stor hver vinter"


@dataclass
class Service:
    """What was asked (text, language), whether the asker left in the middle of an answer, and how the next questions are answered:
    "ok" when `answers` is used up.
    """

    address: str = ""
    answers: list[str] = field(default_factory=list)
    always: str = "ok"
    asked: list[tuple[str, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    now: int = 0
    most_at_once: int = 0
    hung_up: threading.Event = field(default_factory=threading.Event)

    def next(self) -> str:
        return self.answers.pop(0) if self.answers else self.always


def speech(text: str, lang: str) -> bytes:
    """The text said in another voice of espeak-ng than the one that ours is compared with, as an MP3."""
    voice = {"no": "nb+f2"}.get(lang, f"{lang}+f2")
    clips = Espeak(150).speak(runs(text if text[-1] in ".!?" else f"{text}.", voice))
    samples = np.concatenate([clip.samples for clip in clips])
    return encode(samples.astype(np.float32) / 32768, RATE)


def answer_of(text: str, lang: str) -> bytes:
    """The body that carries an MP3, as the service writes it."""
    inner = json.dumps([base64.b64encode(speech(text, lang)).decode()], separators=(",", ":"))
    outer = json.dumps([["wrb.fr", "jQ1olc", inner, None, None, None, "generic"]], separators=(",", ":"))
    return f")]}}'\n\n{len(outer)}\n{outer}\n".encode()


class Handler(BaseHTTPRequestHandler):
    """One question. The service that it belongs to is the server's `service`."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        service: Service = self.server.service
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        text, lang = json.loads(json.loads(form["f.req"][0])[0][0][1])[:2]
        service.asked.append((text, lang))
        service.times.append(time.monotonic())
        service.now += 1
        service.most_at_once = max(service.most_at_once, service.now)
        try:
            self.answer(service.next(), text, lang)
        finally:
            service.now -= 1

    def answer(self, how: str, text: str, lang: str) -> None:
        if how == "ok":
            self.reply(200, answer_of(text, lang))
        elif how == "other":  # other words than those asked for
            self.reply(200, answer_of(OTHER_WORDS, lang))
        elif how.isdigit():
            self.reply(int(how), b"Sorry")
        elif how == "empty":
            self.reply(200, b')]}\'\n\n[["wrb.fr","jQ1olc",null]]')
        elif how == "rubbish":
            self.reply(200, b'[["wrb.fr","jQ1olc","[\\"AAAAAAAA\\"]"]]')
        elif how == "odd":  # letters that are no whole number of bytes
            self.reply(200, b'[["wrb.fr","jQ1olc","[\\"AAAAAAAAA\\"]"]]')
        elif how == "slow":
            time.sleep(2 * PATIENCE)
            self.close_connection = True
        elif how == "drip":
            self.drip()
        elif how == "cut":
            self.cut(answer_of(text, lang))

    def reply(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if status == 429:
            self.send_header("Retry-After", "0")
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """A byte now and then, for ever if one waits."""
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        try:
            for _ in range(int(20 * PATIENCE)):
                self.wfile.write(b".")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            self.server.service.hung_up.set()
        self.close_connection = True

    def cut(self, body: bytes) -> None:
        """Half of what was promised."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2])
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


@contextmanager
def service(answers: Sequence[str] = (), always: str = "ok") -> Iterator[Service]:
    """The service at an address of this machine, while the block lasts."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.service = Service(f"http://127.0.0.1:{server.server_port}", list(answers), always)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.service
        finally:
            server.shutdown()

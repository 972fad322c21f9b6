"""The headers that a web server should send, as the files that Netlify, Cloudflare, Apache and nginx read.

`python -m tools.nginx` writes docs/nginx.conf anew; the others are in every output.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from .filling import fill

HERE = Path(__file__).parent / "servers"
#: As each page says itself, and what only a header can say. Which films may be shown is left to the page: both must allow.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-src https:; form-action 'self'; frame-ancestors 'self'"
)
#: Sent with every answer.
ALWAYS = MappingProxyType({
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
})  # fmt: skip
#: Files named by their contents are kept for ever, all else is asked for again (and not sent where it is the same).
KEPT, ASKED = "public, max-age=31536000, immutable", "no-cache"
HASHED = ("data", "sound")
PATTERN = rf"/({'|'.join(HASHED)})/[0-9a-f]{{16,}}\.(js|mp3|vtt)$"
#: The files in the output, by their names there.
FILES = MappingProxyType({"_headers": "netlify.txt", ".htaccess": "apache.txt"})


def header_files() -> dict[str, str]:
    """The texts of the files in the output that tell servers what to send, by their names."""
    return {name: _fill(template) for name, template in FILES.items()}


def nginx() -> str:
    """A server for nginx, to be put into its folder of sites."""
    return _fill("nginx.txt")


def _fill(template: str) -> str:
    return fill(HERE / template, always=ALWAYS, kept=KEPT, asked=ASKED, hashed=HASHED, pattern=PATTERN)

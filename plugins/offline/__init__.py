"""Room offline: the site as an app that works without a network.

Takes everything that is written. Gives `sw.js`, the service worker, and `manifest.webmanifest`.
"""

from plugins import document

from .manifest import manifest
from .shell import Shell, shell
from .worker import worker

__all__ = ["Shell", "manifest", "process", "shell", "worker", "write"]


def process(site: document.Site) -> None:
    """Nothing: this room looks at what the others have written."""


def write(site: document.Site) -> None:
    """Write the manifest and the service worker into the output's root."""
    (site.output / "manifest.webmanifest").write_text(manifest(site), encoding="utf-8", newline="\n")
    (site.output / "sw.js").write_text(worker(shell(site), site.output), encoding="utf-8", newline="\n")

"""Room offline: the site as an app that works without a network, and all of it to carry away.

Takes everything that is written. Gives `sw.js`, the service worker, `manifest.webmanifest`, and the headers that a web
server should send; on request (`pack`) a ZIP for a USB stick, talking books and podcasts.
"""

from plugins import document

from .headers import header_files, nginx
from .manifest import manifest
from .packing import Packed, pack
from .saving import saving
from .shell import Shell, shell
from .themes import Theme, themes
from .worker import worker

__all__ = ["Packed", "Shell", "Theme", "header_files", "manifest", "nginx", "pack", "process", "shell", "themes", "worker", "write"]


def process(site: document.Site) -> None:
    """Tell the templates what can be saved, and what it weighs."""
    if not document.errors(site.problems):
        site.offline = saving(site)


def write(site: document.Site) -> None:
    """Write the manifest, the service worker and the files for web servers into the output's root."""
    for name, text in header_files().items():
        (site.output / name).write_text(text, encoding="utf-8", newline="\n")
    (site.output / "manifest.webmanifest").write_text(manifest(site), encoding="utf-8", newline="\n")
    (site.output / "sw.js").write_text(worker(shell(site), site.output), encoding="utf-8", newline="\n")

"""The one file that knows Pelican: it reads our pages, walks them through the rooms and writes them.

Pelican's own generator would read and write one page after the other; ours shares the work among the processors. A template finds
`page.document`, `page.plain`, `page.speech` ... where the rooms left them.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache, TemplateNotFound
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.settings import read_settings

from plugins import assets, document, printing, record, wording
from plugins.filters import filters
from plugins.frame import frame

ROOT = Path(__file__).resolve().parent.parent


class Pages(Generator):
    """Reads every page of the content folder as a Document, and writes what the rooms have made of it."""

    def generate_context(self) -> None:
        """Read them all, those that have not changed from what is kept."""
        content, kept = Path(self.settings["PATH"]), self.settings.get("KEPT") or document.Kept()
        self.settings["PAGES"] = document.read_pages(content, self.settings["LYTTEVEI"], kept)

    def generate_output(self, writer: Any) -> None:
        """Write them all, those that would come out the same from the old output."""
        site, context = self.settings["SITE"], self.context
        old = self.settings.get("OLD") or printing.Old()
        site.keys = printing.print_pages(site, old, lambda page: self._render(page, context), context)

    def _render(self, page: Any, context: dict[str, Any]) -> str:
        return self.env.get_template(f"{page.template}.html").render({**context, "page": page, "output_file": page.save_as})


def register() -> None:
    """Called by Pelican: connect our steps. Signals hold weak references, so each is a function of this module."""
    signals.initialized.connect(_begin)
    signals.get_generators.connect(_generator)
    signals.all_generators_finalized.connect(_process)
    signals.finalized.connect(_write)


def _begin(pelican: Pelican) -> None:
    settings = pelican.settings
    if folder := settings.get("BYTECODE"):
        settings["JINJA_ENVIRONMENT"] = {**settings["JINJA_ENVIRONMENT"], "bytecode_cache": FileSystemBytecodeCache(str(folder))}
    gettext = wording.Wording(Path(settings["THEME"]) / "locale").gettext()
    settings["JINJA_GLOBALS"] = {**settings.get("JINJA_GLOBALS", {}), "_": gettext}
    settings["JINJA_FILTERS"] = {**settings.get("JINJA_FILTERS", {}), **filters(settings)}


def _generator(pelican: Pelican) -> type[Generator]:
    return Pages


def _assets(settings: dict[str, Any]) -> dict[str, bytes]:
    """Each script and style sheet of the theme and the rooms as it is sent, by its name in the output."""
    folders = [Path(settings["THEME"]) / place for place in settings["THEME_STATIC_PATHS"]]
    return assets.made(folders, Path(settings["THEME"]))


def _process(generators: list) -> None:
    """Make the Site, walk it through the rooms, and stop here if anything is wrong: then nothing is published."""
    settings, context = generators[0].settings, generators[0].context
    site = document.Site(Path(settings["PATH"]), settings["LYTTEVEI"], Path(settings["OUTPUT_PATH"]))
    site.pages, site.kept = settings["PAGES"], settings.get("KEPT") or document.Kept()
    settings["ASSETS"] = _assets(settings)
    site.versions = {f"{settings['THEME_STATIC_DIR']}/{name}": document.version(data) for name, data in settings["ASSETS"].items()}
    settings["SITE"] = context["SITE"] = site
    for room in settings["PIPELINE"]:
        _timed(site, room, room.process)
    context |= frame(site, generators[0].env)
    site.problems += _missing_templates(site, generators[0].env)
    document.report(site)
    if document.errors(site.problems):
        raise SystemExit(1)
    document.empty(site.output)


def _missing_templates(site: document.Site, env: Any) -> Iterator[document.Problem]:
    for page in document.every_page(site):
        try:
            whole = "{% extends " in env.loader.get_source(env, f"{page.template}.html")[0]  # a page, no part of one
        except TemplateNotFound:
            whole = False
        if not whole:
            yield document.no_template(page)


def _write(pelican: Pelican) -> None:
    site = pelican.settings.get("SITE")
    if site:
        assets.write(pelican.settings["ASSETS"], site.output / pelican.settings["THEME_STATIC_DIR"])
    for room in pelican.settings["PIPELINE"] if site else ():
        _timed(site, room, room.write)


def _timed(site: document.Site, room: Any, step: Callable[[document.Site], None]) -> None:
    """Take one step of a room, and add its time to what the room has used."""
    started, name = time.perf_counter(), room.__name__.rsplit(".", 1)[-1]
    step(site)
    site.seconds[name] = site.seconds.get(name, 0.0) + time.perf_counter() - started


def build(content: Path, output: Path, settings: document.Settings, seen: record.Seen | None = None) -> document.Site:
    """Build the whole site beside `output` and exchange the two: whole or not at all.

    `seen` is what the build is made of; with it, what the last build kept is used, and kept anew for the next. Raises SystemExit(1)
    after printing the Problems when a page has an error; the old output stays.
    """
    folder = record.Asked(content, output, settings.sound).folder
    if seen:
        with document.held(folder) as mine:
            if mine:
                return _build_upon(folder, content, output, settings, seen)
    return _build(content, output, settings, {})


def _build_upon(folder: Path, content: Path, output: Path, settings: document.Settings, seen: record.Seen) -> document.Site:
    """Build with what is kept in `folder`; where that cannot be read or written, from nothing."""
    kept, old = document.Kept(folder / "pages.db", seen.code), printing.read_old(folder / "written.json", output, seen.code)
    try:
        site = _build(content, output, settings, {"KEPT": kept, "OLD": old, "BYTECODE": folder})
        printing.write_old(folder / "written.json", site)
        return site
    except sqlite3.DatabaseError:
        kept.close()
        for path in folder.glob("pages.db*"):
            path.unlink()
        return _build(content, output, settings, {})
    finally:
        kept.close()


def _build(content: Path, output: Path, settings: document.Settings, more: dict[str, Any]) -> document.Site:
    logging.getLogger("pelican").setLevel(logging.ERROR)
    with document.published(output) as beside:
        ours = {"PATH": str(content), "OUTPUT_PATH": str(beside), "LYTTEVEI": settings, **more}
        pelican = Pelican(read_settings(str(ROOT / "pelicanconf.py"), override=ours))
        with redirect_stdout(StringIO()):
            pelican.run()
        site = pelican.settings["SITE"]
        site.left, site.outcome = printing.left(beside, site.keys), record.outcome(beside)
    site.output = output
    return site

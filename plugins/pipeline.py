"""The one file that knows Pelican: it puts our reader in and walks every page through the rooms.

Rooms get a Site; Pelican's own Page objects play the part of its pages, so that a template finds
`page.document`, `page.plain`, `page.speech` ... where the rooms left them.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import TemplateNotFound, pass_context
from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import PagesGenerator
from pelican.readers import BaseReader
from pelican.settings import read_settings

from plugins import assets, document, wording
from plugins.frame import frame

ROOT = Path(__file__).resolve().parent.parent
#: Fields of a page, each for what a room gives; what they add to its HTML are their `insertions`.
ROOMS = ("plain", "video", "guidance", "speech")
EXTENSIONS = ("md", "MD", "Md", "markdown")


class PageReader(BaseReader):
    """Reads a Markdown file as a Document, which travels in the page's metadata."""

    enabled = True
    file_extensions: ClassVar = list(EXTENSIONS)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        path, content, lang = Path(source_path), Path(self.settings["PATH"]), self.settings["LYTTEVEI"].lang
        page = document.read_page(path, document.relative_name(path, content), lang)
        draft = page.status == "draft"
        address = "" if draft else document.address(page, document.Site(content, self.settings["LYTTEVEI"], content))
        metadata = {
            "title": page.data["title"],
            "slug": page.slug,
            "lang": page.data["lang"],
            "status": page.status,
            "document": page,
            "save_as": address,
            "url": address,
            "template": page.data.get("template", "page"),
            **dict.fromkeys(ROOMS),
        }
        return page.html, metadata


def register() -> None:
    """Called by Pelican: connect our steps. Signals hold weak references, so each is a function of this module."""
    signals.initialized.connect(_begin)
    signals.readers_init.connect(_readers)
    signals.all_generators_finalized.connect(_process)
    signals.finalized.connect(_write)


def _begin(pelican: Pelican) -> None:
    settings, content = pelican.settings, Path(pelican.settings["PATH"])
    found = document.find_files(content) if content.is_dir() else ()
    settings["PAGE_PATHS"] = [path.relative_to(content).as_posix() for path in found if document.is_page(path)]
    settings["JINJA_GLOBALS"] = {**settings.get("JINJA_GLOBALS", {}), "_": wording.Wording(Path(settings["THEME"]) / "locale").gettext()}
    settings["JINJA_FILTERS"] = {
        **settings.get("JINJA_FILTERS", {}),
        "body": _body,
        "link": lambda address, page: _link(address, page, settings["SITE"]),
        "named": _named,
        "our_lang": wording.our_lang,
        "day": wording.day,
        "own_name": wording.own_name,
        "called": wording.called,
        "title_block": lambda page: document.title_block(page.document),
        "summary_blocks": document.summary_blocks,
        "versions": lambda page: document.versions(page.document),
    }


def _readers(readers: Any) -> None:
    for extension in EXTENSIONS:
        readers.reader_classes[extension] = PageReader


@pass_context
def _body(context: Any, page: Any) -> Markup:
    """The page's own HTML, its addresses made relative to it."""
    site, here = context["SITE"], page.save_as

    def resolve(link: document.Link) -> str:
        return document.relative(document.find(link.target, page.document.file, site.index).address, here)

    def fill(template: str, values: dict[str, Any]) -> str:
        text = {"text": Markup(values["text"])} if "text" in values else {}
        return context.environment.get_template(template).render({**context.parent, **values, **text})

    return Markup(document.render(page.document, _insertions(page), resolve, fill))


def _insertions(page: Any) -> list[document.Insertion]:
    """What the rooms add to the page's own HTML."""
    return [each for room in ROOMS for each in getattr(getattr(page, room, None), "insertions", ())]


def _link(address: str, page: Any, site: document.Site) -> str:
    """An address in the output as seen from the page, with the file's version where it has one."""
    version = site.versions.get(address)
    return document.relative(address, page.save_as) + (f"?v={version}" if version else "")


def _assets(settings: dict[str, Any]) -> dict[str, bytes]:
    """Each script and style sheet of the theme and the rooms as it is sent, by its name in the output."""
    folders = [Path(settings["THEME"]) / place for place in settings["THEME_STATIC_PATHS"]]
    return assets.made(folders, Path(settings["THEME"]))


@pass_context
def _named(context: Any, file: str, page: Any, owner: Any = None) -> str:
    """The address of a file that the front matter of `owner` (else the page's own) names, as seen from the page."""
    site = context["SITE"]
    return _link(document.find_named(file, (owner or page).document.file, site.index).address, page, site)


def _pages(generators: list) -> Iterator[Any]:
    for generator in generators:
        if isinstance(generator, PagesGenerator):
            for name in ("pages", "translations", "hidden_pages", "hidden_translations", "draft_pages", "draft_translations"):
                yield from getattr(generator, name)


def _process(generators: list) -> None:
    """Make the Site, walk it through the rooms, and stop here if anything is wrong: then nothing is published."""
    settings, context = generators[0].settings, generators[0].context
    site = document.Site(Path(settings["PATH"]), settings["LYTTEVEI"], Path(settings["OUTPUT_PATH"]))
    site.pages = sorted(_pages(generators), key=lambda page: page.document.file)
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
            yield document.problem(
                page.document.file, 1, "value", f"template: malen «{page.template}» finnes ikke. Ta bort linjen, eller rett navnet."
            )


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


def build(content: Path, output: Path, settings: document.Settings) -> document.Site:
    """Build the whole site beside `output` and exchange the two: whole or not at all.

    Raises SystemExit(1) after printing the Problems when a page has an error; the old output stays.
    """
    logging.getLogger("pelican").setLevel(logging.ERROR)
    with document.published(output) as beside:
        overrides = {"PATH": str(content), "OUTPUT_PATH": str(beside), "LYTTEVEI": settings}
        pelican = Pelican(read_settings(str(ROOT / "pelicanconf.py"), override=overrides))
        with redirect_stdout(StringIO()):
            pelican.run()
    site = pelican.settings["SITE"]
    site.output = output
    return site

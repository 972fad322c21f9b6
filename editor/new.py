"""`lyttevei new`: the file of a new page, every key explained."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from plugins import document

from . import project


@click.command(
    help=_("Start a page of a kind: a file with every key explained."),
    options_metavar="[valg]",
)
@click.argument("kind", metavar="type", type=click.Choice(list(document.KINDS)))
@click.argument("title", metavar="tittel")
@click.option("--content", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder with the Markdown files."))
@click.option("--slug", metavar="slug", help=_("Last part of the address, where the title does not give a good one."))
@click.option("--lang", metavar="språk", help=_("Language of the page; a translation has the slug of its original."))
def new(kind: str, title: str, content: Path | None, slug: str | None, lang: str | None) -> None:
    """Write the file, or say which page stands in its way."""
    settings = project.load().settings
    folder, language = project.content_folder(content), lang or settings.lang
    title = " ".join(unicodedata.normalize("NFC", title).split())
    chosen = slug_for(title, slug)
    path = free_place(folder, kind, chosen, language, settings)
    text = document.start(kind, title, chosen, language)
    _refuse_unreadable(text, document.relative_name(path, folder))
    write_new(path, text.encode())
    shown = document.shown_path(document.relative_name(path, folder), folder)
    click.echo(_("{file} is made. It is a draft: take away the line status: draft to publish it.").format(file=shown))


def slug_for(title: str, wanted: str | None) -> str:
    """The slug asked for, else the title's; what no address may hold is refused with what to do."""
    slug = document.slugify(wanted if wanted is not None else title)
    if not slug:
        raise click.ClickException(_("«{text}» gives no address. Choose one of a to z with --slug.").format(text=wanted or title))
    if wanted is not None and wanted != slug:
        raise click.ClickException(_("An address has only a to z, digits and hyphens. Write --slug {slug}").format(slug=slug))
    return slug


def free_place(content: Path, kind: str, slug: str, lang: str, settings: document.Settings) -> Path:
    """The file of a new page; ends the command where a page has its address, or a file its name, in whatever letters."""
    folder = next(name for name, held in document.FOLDERS.items() if held == kind)
    path = content / folder / (f"{slug}.md" if lang == settings.lang else f"{slug}.{lang}.md")
    for file, why in _in_the_way(content, path, f"{folder}/{slug}", lang, settings):
        shown = document.shown_path(file, content)
        raise click.ClickException(why.format(file=shown, slug=slug) + " " + _("Choose another title, or another address with --slug."))
    return path


def _in_the_way(content: Path, path: Path, place: str, lang: str, settings: document.Settings) -> Iterator[tuple[str, str]]:
    """Pages (drafts too) with the same address, then files with the same name to a machine that does not tell letters apart."""
    site = document.read_site(content, settings)
    for page in site.pages:
        if page.document.data["lang"] == lang and document.place(page.document) == place:
            yield page.document.file, _("{file} has the address «{slug}» already.")
    wanted = document.relative_name(path, content).casefold()
    for other in document.find_files(content):
        if (name := document.relative_name(other, content)).casefold() == wanted:
            yield name, _("{file} is there already.")


def _refuse_unreadable(text: str, file: str) -> None:
    """End the command where the page would not be read, as by a language that does not exist."""
    for found in document.errors(list(document.read_bytes(text.encode(), file).problems)):
        raise click.ClickException(found.message)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as out:
            out.write(data)
    except OSError as error:
        raise click.ClickException(_("{file} could not be written: {error}").format(file=path, error=error.strerror or error)) from None

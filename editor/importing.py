"""`lyttevei import`: a Word document becomes a page; what cannot come along is named."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections import Counter
from gettext import gettext as _
from pathlib import Path
from xml.etree.ElementTree import ParseError

import click

from plugins import document

from . import project
from .new import free_place, slug_for, write_new
from .word_losses import body_words, losses
from .word_places import Lost, line_of, split


@click.command("import", help=_("Make a page of a Word document (.docx). What cannot come along is named."), options_metavar="[valg]")
@click.argument("file", metavar="fil.docx", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--kind", metavar="type", type=click.Choice(list(document.KINDS)), default="side", help=_("Kind of page."))
@click.option("--title", metavar="tittel", help=_("Title, where the document has none or another."))
@click.option("--content", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder with the Markdown files."))
@click.option("--slug", metavar="slug", help=_("Last part of the address, where the title does not give a good one."))
def import_(file: Path, kind: str, title: str | None, content: Path | None, slug: str | None) -> None:
    """Write the page and its pictures, then name what was left out."""
    try:
        from .word_markdown import take
        from .word_reading import opened
    except ImportError:
        raise click.ClickException(_("More programs are needed to read Word. Write: pip install 'lyttevei[import]'")) from None
    settings, folder, data = project.load().settings, project.content_folder(content), file.read_bytes()
    try:  # only others' reading: a broken or locked file raises any of these, and a fault of ours must not be taken for one
        archive = zipfile.ZipFile(io.BytesIO(data))
        lost, said, word = list(losses(archive)), body_words(archive), opened(data)
    except (zipfile.BadZipFile, KeyError, ValueError, ParseError, OSError, NotImplementedError, RuntimeError, AttributeError):
        raise click.ClickException(
            _("{file} cannot be read as a Word document. Open it in Word and save it as .docx, without a password.").format(file=file)
        ) from None
    title = " ".join((title or take(word, "", lambda _where, _guess: "").title or file.stem).split())
    chosen = slug_for(title, slug)
    path = free_place(folder, kind, chosen, settings.lang, settings)
    taken = take(word, chosen, _ask)
    text, lost = _mended(document.start(kind, title, chosen, settings.lang, "\n" + taken.body), path.name), lost + taken.lost
    _write(folder, path, text, taken.pictures)
    shown = document.shown_path(document.relative_name(path, folder), folder)
    for each in dict.fromkeys([*lost, *_missing(said, text, title, taken.title)]):
        click.echo(f"{file.name}: {each.said}{_whereabouts(each, text)}")
    click.echo(_("{file} is made. It is a draft: take away the line status: draft to publish it.").format(file=shown))


def _whereabouts(lost: Lost, text: str) -> str:
    """Where on the page it would stand, as a person finds it there."""
    line = line_of(lost.near, text)
    return " " + _("On the page it would be by line {line}.").format(line=line) if line else ""


def _ask(where: str, guess: str) -> str:
    """What a picture shows, by the person at the keyboard; without one, nothing, and the picture is named."""
    if sys.stdin.isatty():
        question = _("What does the picture {where} show, for those who do not see it?").format(where=where)
        return str(click.prompt(question, default=guess, show_default=bool(guess)))
    guessed = _(" Word guessed: «{guess}».").format(guess=guess) if guess else ""
    question = _("The picture {where} has no text that a person wrote. Write it between the brackets: ![...]")
    click.echo(question.format(where=where) + guessed)
    return ""


def _mended(text: str, file: str) -> str:
    """The page with lists and blanks as `check --fix` would leave them."""
    made, repairs = document.fix(text.encode(), file)
    return made if repairs else text


def _write(folder: Path, path: Path, text: str, pictures: dict[str, bytes]) -> None:
    """Write the pictures first, so that the page never lacks them; nothing is overwritten."""
    there = [name for name in pictures if (folder / "bilder" / name).exists()]
    if there:
        raise click.ClickException(_("{file} is there already.").format(file=folder / "bilder" / there[0]))
    for name, data in pictures.items():
        write_new(folder / "bilder" / name, data)
    write_new(path, text.encode())


def _missing(said: Counter[str], text: str, title: str, own: str) -> list[Lost]:
    """The words of the document that the page does not say, by reading the page as the site does."""
    apart = re.sub(r"(?=\[\^\w+\](?!:))", " ", text)  # a note's number is no part of the word before it
    page = document.read_bytes(apart.encode(), "a.md")
    seen = Counter(split(" ".join([own or title, *(block.text for block in page.blocks)])))
    gone = sorted((said - seen).elements())
    if not gone:
        return []
    shown = ", ".join(gone[:20]) + (" …" if len(gone) > 20 else "")
    return [Lost(_("Words that did not come along: {words}. Look for them in the document.").format(words=shown))]

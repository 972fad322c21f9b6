"""`lyttevei voices`: what each language is read with, how it sounds, and fetching and cleaning."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

from plugins import document, speech

from . import project

YES = frozenset({"j", "ja", "y", "yes"})


@click.group(
    invoke_without_command=True,
    options_metavar="[valg]",
    subcommand_metavar="[kommando]",
    help=_("List the voices of each language, with a sample of each to listen to; or try, install and clean them."),
)
@click.pass_context
def voices(context: click.Context) -> None:
    """Without a command: the list."""
    if context.invoked_subcommand is None:
        show(_settings())


def _settings() -> speech.SpeechSettings:
    return project.load().settings.speech


def show(settings: speech.SpeechSettings) -> None:
    """One line a voice, in order of choice: language, name, sample or what is missing."""
    before = None
    for each in speech.inventory(settings):
        if each.language != before or not each.lang:
            click.echo(f"{each.language} ({each.lang})" if each.lang else _("{language}, not in use").format(language=each.language))
        before = each.language
        voice = each.voice if ":" in each.voice else f"{each.voice} (espeak-ng)"
        click.echo(f"    {voice:34} {each.fault or _sample(settings, each)}")
    click.echo(_("A recording of a page, in {folder}, is heard before any voice.").format(folder=_shown(settings.recordings)))


def _sample(settings: speech.SpeechSettings, each: speech.Listed) -> str:
    """The sample's file; the online voice is asked only when somebody tries it, since its text leaves the machine."""
    lang = each.lang or speech.spoken_language(each.voice)
    text = speech.sample_text(lang)
    if each.voice.startswith("gtts:"):
        return _("online; hear it with: lyttevei voices try {voice}").format(voice=each.voice)
    try:
        return _shown(speech.try_voice(settings, each.voice, lang, text)[0]) if text else _("ready, no sample in this language")
    except (speech.VoiceError, OSError) as error:
        return str(error)


def _shown(path: Path | None) -> str:
    """A path as seen from the working folder."""
    here = Path.cwd()
    return "-" if path is None else str(path.relative_to(here) if path.is_relative_to(here) else path)


@voices.command(
    "try", help=_("Say a text: in a language (nb), or by a voice (gtts:no). Without a text, a sample."), options_metavar="[valg]"
)
@click.argument("name", metavar="språk|stemme")
@click.argument("text", metavar="[tekst]", required=False, default="")
def try_(name: str, text: str) -> None:
    """Make a sound file and tell where it lies."""
    settings = _settings()
    lang, voice = (name, settings.voice(name)) if settings.voice(name) else (speech.spoken_language(name), name)
    text = text or speech.sample_text(lang)
    if not text:
        raise click.ClickException(_("There is no sample in «{lang}». Write a text after the name.").format(lang=lang))
    try:
        path, seconds = speech.try_voice(settings, voice, lang, text)
    except (speech.VoiceError, ValueError, OSError) as error:
        raise click.ClickException(str(error)) from None
    length = f"{seconds:.1f}".replace(".", ",")
    click.echo(_("{voice}: {path} ({seconds} s)").format(voice=voice, path=_shown(path), seconds=length))


@voices.command("install", help=_("Download a neural voice of Piper's, for example no_NO-talesyntese-medium."), options_metavar="[valg]")
@click.argument("name", metavar="navn")
@click.option("--yes", is_flag=True, help=_("Do not ask."))
def install(name: str, yes: bool) -> None:
    """Show licence and size, ask, download, and tell the hash and what to write in the settings."""
    settings, name = _settings(), name.removeprefix("piper:")
    try:
        found = speech.offer(settings.piper_address, name)
        click.echo(_describe(found))
        if not yes and click.prompt(_("Download it? (ja/nei)"), default="nei").strip().lower() not in YES:
            click.echo(_("Nothing was downloaded."))
            return
        found_hash = _download(found, settings)
    except (speech.VoiceError, OSError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(_("Ready. SHA-256: {hash}").format(hash=found_hash))
    lang = speech.spoken_language(f"piper:{name}")
    click.echo(_('To use it, write in pelicanconf.py: voices={{..., "{lang}": ("piper:{name}", "{lang}")}}').format(lang=lang, name=name))


def _describe(found: speech.Offer) -> str:
    rows = [
        (_("Voice"), f"{found.name} ({found.language})"),
        (_("Size"), f"{found.size / 1e6:.0f} MB"),
        (_("Licence"), found.licence or _("not told; look it up before you use it")),
        (_("Source"), found.source or "-"),
    ]
    return "\n".join(f"{key + ':':10} {value}" for key, value in rows)


def _download(found: speech.Offer, settings: speech.SpeechSettings) -> str:
    console = Console(stderr=True)
    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=found.model.size)
        return speech.install(found, settings.piper_address, settings.piper, lambda done: bar.update(task, completed=done))


@voices.command("clean", help=_("Remove stored sound that no page uses any more."), options_metavar="[valg]")
@click.option("--content", metavar="mappe", type=click.Path(path_type=Path), help=_("Folder with the Markdown files."))
def clean(content: Path | None) -> None:
    """Only when every page can be read: the sound of one that cannot would be lost."""
    site = project.walk(project.load(), project.content_folder(content))
    if document.errors(site.problems):
        raise click.ClickException(_("Some pages have errors. Put them right first; lyttevei check names them."))
    try:
        count, size, missing = speech.clean(site)
    except OSError as error:
        raise click.ClickException(_("The store could not be cleaned: {error}").format(error=error)) from None
    files = ngettext("{n} file", "{n} files", count).format(n=count)
    click.echo(_("Removed {files}, {size} MB.").format(files=files, size=f"{size / 1e6:.1f}".replace(".", ",")))
    for why in missing:
        click.echo(_("All clips of costly voices were left: {why}").format(why=why))

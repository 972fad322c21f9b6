"""The command `lyttevei` and its parts."""

from __future__ import annotations

from editor.language import speak_bokmal

speak_bokmal()  # before the commands are defined, since Click keeps their help texts as they are then

from gettext import gettext as _  # noqa: E402

import click  # noqa: E402

from editor.build import build  # noqa: E402
from editor.check import check  # noqa: E402
from editor.film import film  # noqa: E402
from editor.importing import import_  # noqa: E402
from editor.new import new  # noqa: E402
from editor.pack import pack  # noqa: E402
from editor.schema import schema  # noqa: E402
from editor.script import script  # noqa: E402
from editor.serve import serve  # noqa: E402
from editor.voices import voices  # noqa: E402


@click.group(
    options_metavar="[valg]",
    subcommand_metavar="kommando [valg]",
    help=_("Lyttevei: guidance pages that read themselves aloud."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
def main() -> None:
    """The command's front: everything is done by the commands below."""


for command in (build, check, film, import_, new, pack, schema, script, serve, voices):
    main.add_command(command)

if __name__ == "__main__":
    main()

"""The command `lyttevei` and its parts, each loaded when it is asked for: one that has nothing to do waits for no library."""

from __future__ import annotations

from editor.language import speak_bokmal

speak_bokmal()  # before the commands are defined, since Click keeps their help texts as they are then

from gettext import gettext as _  # noqa: E402
from importlib import import_module  # noqa: E402

import click  # noqa: E402

#: Each lies in the file of its name, or in the one told here under the name that it has there.
COMMANDS = {
    "build": "build.build", "check": "check.check", "film": "film.film", "import": "importing.import_", "new": "new.new",
    "pack": "pack.pack", "schema": "schema.schema", "script": "script.script", "serve": "serve.serve", "voices": "voices.voices",
}  # fmt: skip


class Commands(click.Group):
    """The commands below `lyttevei`; the one that is asked for is imported, and no other."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None where there is none."""
        file, _, name = COMMANDS.get(cmd_name, "").partition(".")
        return getattr(import_module(f"editor.{file}"), name) if file else None


@click.group(
    cls=Commands,
    options_metavar="[valg]",
    subcommand_metavar="kommando [valg]",
    help=_("Lyttevei: guidance pages that read themselves aloud."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
def main() -> None:
    """The command's front: everything is done by the commands below."""


if __name__ == "__main__":
    main()

"""The command `lyttevei` and its parts, each loaded when it is asked for: one that has nothing to do waits for no library."""

from __future__ import annotations

from editor.language import speak_bokmal

speak_bokmal()  # before the commands are defined, since Click keeps their help texts as they are then

from gettext import gettext as _  # noqa: E402
from importlib import import_module  # noqa: E402

import click  # noqa: E402

#: Each lies in the file of its name.
COMMANDS = ("build", "check", "film", "pack", "schema", "script", "serve", "voices")


class Commands(click.Group):
    """The commands below `lyttevei`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None where there is none."""
        return getattr(import_module(f"editor.{cmd_name}"), cmd_name) if cmd_name in COMMANDS else None


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

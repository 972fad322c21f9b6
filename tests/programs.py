"""Programs that the tests need besides a Chromium; `--install` fetches what is missing, as root on Debian.

A missing program is a failure of the tests, never a reason to leave some out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Program:
    """A program by the names of its command, and the package of Debian that has it; `variable` may name where it lies."""

    commands: tuple[str, ...]
    package: str
    variable: str
    version: str

    def find(self) -> str | None:
        """The path of the first that starts."""
        named = os.environ.get(self.variable)
        found = [named] if named else filter(None, (shutil.which(each, path=SEARCHED) for each in self.commands))
        return next((path for path in found if self.starts(path)), None)

    def starts(self, path: str) -> bool:
        """Whether it tells its version; the java of macOS is there and does not."""
        try:
            return subprocess.run([path, self.version], capture_output=True, timeout=120, check=False).returncode == 0
        except (OSError, subprocess.TimeoutExpired):
            return False

    def get(self) -> str:
        """Its path. Raises FileNotFoundError, saying what to do, where it is missing."""
        path = self.find()
        if path is None:
            raise FileNotFoundError(
                f"Fant ikke {self.commands[0]}, som prøvene trenger. Installer den (Debian: sudo apt install {self.package}), "
                f"eller si hvor den ligger: {self.variable}=/sti/til/{self.commands[0]} make test"
            )
        return path


#: Debian keeps servers where only root's shell looks.
SEARCHED = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"))
MAC = "/Applications/Firefox.app/Contents/MacOS/firefox"
FIREFOX = Program(("firefox-esr", "firefox", MAC), "firefox-esr", "LYTTEVEI_FIREFOX", "--version")
NGINX = Program(("nginx",), "nginx-light", "LYTTEVEI_NGINX", "-v")
JAVA = Program(("java",), "default-jre-headless", "LYTTEVEI_JAVA", "-version")
ALL = (FIREFOX, NGINX, JAVA)


def install(packages: list[str]) -> None:
    """Ask apt for the packages where that may be done; what goes wrong is shown."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print(f"Henter {', '.join(packages)}. Det tar et minutt eller to.", file=sys.stderr)
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", *command], capture_output=True, text=True, timeout=1200, check=False,
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        )  # fmt: skip
        if done.returncode:
            print(f"apt-get {command[0]} lyktes ikke:\n{(done.stderr or done.stdout)[-600:]}", file=sys.stderr)


def main() -> None:
    """Install what is missing where asked to; say what is missing still and end with 1."""
    missing = [each for each in ALL if not each.find()]
    if missing and "--install" in sys.argv[1:]:
        install([each.package for each in missing if not os.environ.get(each.variable)])
    try:
        for each in ALL:
            each.get()
    except FileNotFoundError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()

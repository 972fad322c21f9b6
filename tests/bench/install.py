"""What an installation weighs: the base with each of its packages, and what each extra adds, in MB on disk.

.venv/bin/python -m tests.bench.install
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement

from tests.conftest import ROOT

#: Packages of the base that are printed one by one, in MB; the others together.
SHOWN = 1.0


def project() -> dict:
    """The project's table in pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def named(requirement: str) -> str:
    """A package's name as all tools compare it: "ruamel.yaml>=0.18" is "ruamel-yaml"."""
    return re.sub(r"[-_.]+", "-", Requirement(requirement).name).lower()


def closure(requirements: Iterable[str]) -> dict[str, int]:
    """The packages that `requirements` bring on this machine, theirs too, each with its bytes on disk."""
    found: dict[str, int] = {}
    waiting, seen = [Requirement(each) for each in requirements], set()
    while waiting:
        wanted = waiting.pop()
        key = (named(str(wanted)), frozenset(wanted.extras))
        if key in seen or not (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            continue
        seen.add(key)
        about = distribution(wanted.name)
        found[key[0]] = _size(about)
        waiting += _asked(about.requires or (), wanted.extras)
    return found


def _asked(requires: Iterable[str], extras: set[str]) -> Iterator[Requirement]:
    """What a package asks for with these extras."""
    for text in requires:
        each = Requirement(text)
        if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            each.marker = None
            yield each


def _size(about: object) -> int:
    paths = (about.locate_file(file) for file in about.files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())


def base() -> dict[str, int]:
    """What a site needs, each package with its bytes."""
    return closure(project()["dependencies"])


def main() -> None:
    """Print the table."""
    packages = base()
    print(f"base {sum(packages.values()) / 1e6:.0f} MB, {len(packages)} packages")
    large = {name: size for name, size in sorted(packages.items(), key=lambda item: -item[1]) if size >= SHOWN * 1e6}
    for name, size in large.items():
        print(f"  {name:24}{size / 1e6:8.1f} MB")
    print(f"  {'the others':24}{(sum(packages.values()) - sum(large.values())) / 1e6:8.1f} MB")
    for extra, wanted in project()["optional-dependencies"].items():
        try:
            added = {name: size for name, size in closure(wanted).items() if name not in packages}
        except PackageNotFoundError as missing:
            print(f"extra {extra}: {missing}")
            continue
        print(f"extra {extra:10} {sum(added.values()) / 1e6:6.0f} MB more: {', '.join(sorted(added))}")


if __name__ == "__main__":
    main()

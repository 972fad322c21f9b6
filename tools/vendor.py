"""Fetch the fonts and scripts of theme/vendor.toml, check them, and write docs/vendored.md (maintainers; `make vendor`)."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "theme" / "vendor.toml"
PAGE = ROOT / "docs" / "vendored.md"
LICENSES = ROOT / "theme" / "licenses"
INTRODUCTION = """# Fonts and scripts by others

Written by `make vendor` from [theme/vendor.toml](../theme/vendor.toml); change that, not this. Packages are npm's.
Nothing is fetched when a site is built or read. What Python packages are used, with their hashes, is in
`requirements.lock`.

| What | For | Package | Version | Licence | File | SHA-256 |
|---|---|---|---|---|---|---|
"""


def read_table() -> list[dict[str, str]]:
    """The entries of theme/vendor.toml, in its order."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))["file"]


def write_table(entries: list[dict[str, str]]) -> None:
    """Write theme/vendor.toml again with the entries' hashes; its introduction is kept."""
    comment = TABLE.read_text(encoding="utf-8").split("[[file]]", 1)[0]
    parts = ["".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in each.items()) for each in entries]
    TABLE.write_text(comment + "\n".join(f"[[file]]\n{part}" for part in parts), encoding="utf-8", newline="\n")


def page(entries: list[dict[str, str]]) -> str:
    """docs/vendored.md as it should be."""
    return INTRODUCTION + "".join(
        f"| {each['name']} | {each['use']} | {each['package']} | {each['version']} "
        f"| [{each['license']}](../{license_path(each).relative_to(ROOT).as_posix()}) "
        f"| [{each['target']}](../{each['target']}) | `{each['sha256']}` |\n"
        for each in entries
    )


def license_path(entry: dict[str, str]) -> Path:
    """Where the package's own licence text is kept."""
    return LICENSES / f"{entry['package'].rsplit('/', 1)[-1]}.txt"


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fetch(entry: dict[str, str], folder: Path) -> tuple[Path, Path]:
    """Download the package in its version by npm; gives the file asked for and the package's licence, as `folder` now has them."""
    command = ["npm", "pack", "--silent", f"{entry['package']}@{entry['version']}"]
    name = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.split()[-1]
    with tarfile.open(folder / name) as archive:
        license_name = next(each for each in archive.getnames() if each.startswith("package/LICENSE"))
        for inner, outer in ((f"package/{entry['source']}", "source"), (license_name, "license")):
            (folder / outer).write_bytes(archive.extractfile(inner).read())
    return folder / "source", folder / "license"


def subset(source: Path, target: Path, glyphs: str) -> None:
    """Write a font that has these characters alone; its weights, copyright and licence stay."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(source, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=[], name_IDs=[0, 1, 2, 13, 14], notdef_outline=False)
    subsetter = Subsetter(options)
    subsetter.populate(text=glyphs)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)


def renew(entry: dict[str, str]) -> None:
    """Put one entry's file and licence in place and note its hash; a file that is not the one noted ends it."""
    target = ROOT / entry["target"]
    target.parent.mkdir(parents=True, exist_ok=True)
    LICENSES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        made, licence = fetch(entry, Path(name))
        if "glyphs" in entry:
            subset(made, made, entry["glyphs"])
        found = digest(made)
        if entry.setdefault("sha256", found) != found:
            raise SystemExit(f"{entry['target']}: sha256 {found}, expected {entry['sha256']}. If that is meant, take the line away.")
        shutil.copyfile(made, target)
        shutil.copyfile(licence, license_path(entry))
    print(f"{entry['sha256']}  {entry['target']}  {target.stat().st_size} B")


def main() -> None:
    """Renew every entry, then write both tables."""
    if not shutil.which("npm"):
        sys.exit("make vendor henter pakker med npm, og fant den ikke. Installer Node, og prøv igjen.")
    entries = read_table()
    for each in entries:
        renew(each)
    write_table(entries)
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(entries), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""A small site with all that leads a reader on: the shipped cards, contacts and pages of guidance, and a few occupations."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import ROOT

SHIPPED = ("kontakter.yaml", "kort.yaml", "malgrupper.yaml", "sporsmal.yaml")
TOOLS = ("kort", "snakk", "mine", "sammenlign", "samtaleark", "laerer", "arbeidsdag", "rapport", "sok")
JOBS = {"mekaniker": "R, I", "geolog": "I, R", "fotograf": "A, R", "sykepleier": "S, I", "advokat": "E, C", "revisor": "C, E"}
RIGHTS = ("dine-rettigheter-ungdom", "laerling", "rettigheter-voksne", "innvandrere")
HOME = "---\ntitle: Finn veien din\nslug: index\ntemplate: home\nsummary: [Hør om yrker.]\n---\n\nVelg noe, og lytt.\n"


def job(name: str, letters: str) -> str:
    """A short page of an occupation with roads for two audiences."""
    roads = "".join(
        f"  - name: Vei for {whom}\n    for: {whom}\n    steps:\n      - {{name: Skole, level: vgs, years: {years}}}\n    proof: fagbrev\n"
        for whom, years in (("elev", 3), ("voksen", 2))
    )
    head = f"title: {name.capitalize()}\nsummary: [Du jobber som {name}.]\ninterests: [{letters}]\nrequirements: [Du må like det.]"
    return f"---\n{head}\npicture: ../bilder/{name}.svg\nroads:\n{roads}---\n\nEn dag går fort.\n"


def files() -> dict[str, str | bytes]:
    """The site's files, by their paths beside `content`."""
    content = ROOT / "content"
    found: dict[str, str | bytes] = {f"content/{name}": (content / name).read_bytes() for name in SHIPPED}
    found |= {f"content/sider/{name}.md": (content / "sider" / f"{name}.md").read_bytes() for name in TOOLS}
    found |= {f"content/tema/{path.name}": path.read_bytes() for path in sorted((content / "tema").glob("*.md")) if _by_interest(path)}
    found |= {f"content/yrker/{name}.md": job(name, letters) for name, letters in JOBS.items()}
    found |= {f"content/veier/{name}.md": f"---\ntitle: Rett {name}\nslug: {name}\n---\n\nDu har rett til noe.\n" for name in RIGHTS}
    texts = "".join(data if isinstance(data, str) else data.decode() for data in found.values())
    pictures = set(re.findall(r"bilder/[\w-]+\.svg", texts))
    return found | {"content/index.md": HOME} | {f"content/{name}": (content / name).read_bytes() for name in sorted(pictures)}


def _by_interest(path: Path) -> bool:
    return "\ninterests:" in path.read_text(encoding="utf-8")

"""After any edits, what is built upon the last build is what a build from nothing makes, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.making import copy_project, lyttevei, tree_bytes

KINDS = ("yrker", "veier", "hjelp", "sider")
SPECIAL = {
    "content/index.md": "---\ntitle: Hjem\ntemplate: home\nslug: index\nfeatured: [s1]\n---\n\nVelkommen..",
    "content/sider/sok.md": "---\ntitle: Søk\ntemplate: search/page\nsummary:\n  - Søk her.\n---\n",
    "content/sider/ord.md": "---\ntitle: Ord\ntemplate: plain/ordliste\n---\n",
    "content/sider/mine.md": "---\ntitle: Mine\ntemplate: guidance/mine\n---\n",
    "content/sider/rapport.md": "---\ntitle: Rapport\ntemplate: report/page\n---\n",
    "content/bilder/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "content/ordliste.yaml": "words:\n- term: fagbrev\n  explanation: et bevis\n",
}
SEED, ROUNDS = 13, 6


class Editor:
    """Somebody who edits a small site at random; each method makes one change, the same for the same seed."""

    def __init__(self, project: Path, seed: int) -> None:
        self.project, self.random, self.made = project, Random(seed), 0
        for _ in range(6):
            self.add()

    def pages(self) -> list[Path]:
        """The pages that may be changed."""
        return sorted(path for path in (self.project / "content").rglob("s*.md") if path.name != "sok.md")

    def write(self, path: Path) -> None:
        """A page with another title, and perhaps a summary, headings, hard words and links."""
        title, some = f"Side {self.random.randint(1, 999)} {path.stem}", self.random.choice(["", "summary:\n  - Kort sagt.\n"])
        more = self.random.choice(["", "related: [s1]\n", "tags: [en, to]\n", "lang: nn\n", "picture: bilder/a.svg\n"])
        body = self.random.choice(
            ["## Hva?\n\nDu tar fagbrev.", "Du tar fagbrev og jobber.", "- en\n- to", "/// details | Mer\nTekst.\n///"]
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"---\ntitle: {title}\nslug: {path.stem}\n{some}{more}---\n\n{body} {self.random.randint(1, 99)}\n", encoding="utf-8"
        )

    def add(self) -> None:
        self.made += 1
        self.write(self.project / "content" / self.random.choice(KINDS) / f"s{self.made}.md")

    def edit(self) -> None:
        self.write(self.random.choice(self.pages()))

    def lengthen(self) -> None:
        path = self.random.choice(self.pages())
        path.write_text(path.read_text(encoding="utf-8") + f"\nOg {self.random.randint(1, 99)} til.\n", encoding="utf-8")

    def rename(self) -> None:
        path = self.random.choice([path for path in self.pages() if path.stem != "s1"])
        self.made += 1
        path.rename(path.with_stem(f"s{self.made}"))

    def delete(self) -> None:
        self.random.choice([path for path in self.pages() if path.stem != "s1"]).unlink()

    def words(self) -> None:
        path = self.project / "content" / "ordliste.yaml"
        path.write_text(
            f"words:\n- term: {self.random.choice(['fagbrev', 'jobber', 'tekst'])}\n  explanation: noe {self.made}\n", encoding="utf-8"
        )

    def theme(self) -> None:
        name = self.random.choice(
            ["theme/templates/page.html", "theme/static/theme.css", "plugins/plain/word.html", "theme/static/first.js"]
        )
        path, mark = self.project / name, self.random.randint(1, 99)
        more = {".html": f"<p>{mark}</p>\n", ".css": f"i{{width:{mark}px}}\n", ".js": f"console.log({mark});\n"}[path.suffix]
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("<main", f"{more}<main") if "<main" in text else text + more, encoding="utf-8")

    def setting(self) -> None:
        path = self.project / "pelicanconf.py"
        path.write_text(path.read_text(encoding="utf-8").replace('name="', f'name="{self.random.choice("ABC")}', 1), encoding="utf-8")

    def spoil(self) -> None:
        path = self.random.choice(sorted((self.project / "output").rglob("*.html")))
        path.write_text("spoilt", encoding="utf-8")

    @property
    def changes(self) -> tuple[Callable[[], None], ...]:
        """All that may happen."""
        return (self.add, self.edit, self.lengthen, self.rename, self.delete, self.words, self.theme, self.setting, self.spoil)


def build(project: Path, *more: str) -> dict[str, bytes]:
    ran = lyttevei("build", "--no-sound", *more, cwd=project, env={"PYTHONPATH": str(project)})
    assert ran.code == 0, ran.err
    return tree_bytes(project / (more[-1] if more else "output"))


@pytest.mark.parametrize("seed", range(SEED, SEED + 2))
def test_a_site_built_upon_the_last_is_the_site_built_from_nothing(tmp_path, seed):
    project = copy_project(tmp_path, SPECIAL)
    editor = Editor(project, seed)
    build(project)
    for number in range(ROUNDS):
        done = editor.random.sample(editor.changes, editor.random.randint(1, 2)) if number else [editor.lengthen]
        for change in done:
            change()
        made, clean = build(project), build(project, "--output", f"rent-{number}")
        assert sorted(made) == sorted(clean), [change.__name__ for change in done]
        assert [name for name in made if made[name] != clean[name]] == [], [change.__name__ for change in done]

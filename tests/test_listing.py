"""Pages in lists."""

from __future__ import annotations

from pathlib import Path

from plugins.document import by_kind
from tests.making import checked, write_tree


def test_titles_are_in_norwegian_order_and_drafts_left_out(tmp_path: Path) -> None:
    titles = ["Ås", "Ærfugl", "zoolog", "Økonom", "Baker"]
    files = {f"content/yrker/{i}.md": f"---\ntitle: {title}\n---\nTekst.\n" for i, title in enumerate(titles)}
    files["content/yrker/utkast.md"] = "---\ntitle: Utkast\nstatus: draft\n---\nTekst.\n"
    found = by_kind(checked(write_tree(tmp_path, files)), "nb")
    assert [page.document.data["title"] for page in found["yrke"]] == ["Baker", "zoolog", "Ærfugl", "Økonom", "Ås"]
    assert list(found) == ["yrke"]

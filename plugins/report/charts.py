"""Bar charts as SVG, one for each figure; the page has the same numbers in a table."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from .figures import Figure, Report

WIDTH, LINE, NAME, GAP = 640, 34, 230, 12
PAPER, INK, BAR = "#fffdf7", "#1d2b2a", "#07504b"


def chart_files(report: Report) -> Iterator[tuple[str, str]]:
    """(name, SVG) of every figure that has numbers."""
    return ((f"{figure.name}.svg", chart(figure)) for figure in report.figures if figure.rows)


def chart(figure: Figure) -> str:
    """A horizontal bar for each row, the longest as wide as there is room."""
    height = LINE * len(figure.rows) + 2 * GAP
    box = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH} {height}", "width": str(WIDTH), "height": str(height)}
    svg = ElementTree.Element("svg", box | {"font-family": "sans-serif", "font-size": "16", "fill": INK})
    ElementTree.SubElement(svg, "rect", width=str(WIDTH), height=str(height), fill=PAPER)
    most = max(number for _, number in figure.rows) or 1
    for place, (name, number) in enumerate(figure.rows):
        _bar(svg, GAP + place * LINE, name, number, number / most)
    return ElementTree.tostring(svg, encoding="unicode") + "\n"


def _bar(svg: ElementTree.Element, top: float, name: str, number: float, share: float) -> None:
    long = max(2, round(share * (WIDTH - NAME - 90)))
    middle = {"y": str(top + LINE / 2), "dominant-baseline": "central"}
    ElementTree.SubElement(svg, "text", middle | {"x": str(NAME - GAP), "text-anchor": "end"}).text = name
    ElementTree.SubElement(svg, "rect", x=str(NAME), y=str(top + 5), width=str(long), height=str(LINE - 10), rx="4", fill=BAR)
    ElementTree.SubElement(svg, "text", middle | {"x": str(NAME + long + 8)}).text = written(number)


def written(number: float) -> str:
    """A number as Norwegians write it: "12,5"."""
    return f"{number:g}".replace(".", ",") if number < 1000 else f"{number:.0f}"

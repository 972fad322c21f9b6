"""Draws what a film shows: the page's picture, the sentence, and behind the word that is being said a mark."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from .scenes import Scene

SIZE = WIDTH, HEIGHT = 1280, 720
PAPER, PANEL, INK, BRAND, WORD, REST = "#fbf6ea", "#dcebe4", "#1d2b2a", "#07504b", "#ffc940", "#d9cfb8"
#: Everything is drawn this many times as big and then made smaller, for smooth edges.
FINE = 2
#: The picture's panel, and where the text may stand; captions have the room below.
PICTURE = (64, 96, 524, 596)
TEXT = (584, 96, 1216, 596)
WHOLE = (96, 96, 1184, 596)
INNER, ROUND = 44, 48
#: The bar of progress: one part for each scene.
BAR_TOP, BAR_HEIGHT, BAR_GAP, BAR_LEFT = 40, 12, 12, 64
LARGEST, TITLE, SMALLEST, LEADING = 68, 84, 34, 1.34
WEIGHT = 650
PAD = 8


class Drawer:
    """Draws the scenes of one film: its font and its pictures are read once."""

    def __init__(self, font: Path, pictures: Sequence[Path], name: str) -> None:
        from PIL import Image, ImageDraw, ImageFont

        self.image, self.draw, self.fonts, self.font, self.name = Image, ImageDraw, ImageFont, font, name
        self.pictures = [self.picture(path) for path in pictures]

    def picture(self, path: Path) -> Any:
        """A picture as big as its panel allows."""
        left, top, right, bottom = PICTURE
        room = (FINE * (right - left - 2 * INNER), FINE * (bottom - top - 2 * INNER))
        if path.suffix.lower() == ".svg":
            import resvg_py

            found = self.image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_path=str(path), height=2 * room[1]))))
        else:
            found = self.image.open(path)
        found = found.convert("RGBA")
        found = found.crop(found.getchannel("A").getbbox())  # drawings often have room around them
        scale = min(room[0] / found.width, room[1] / found.height)
        return found.resize((round(found.width * scale), round(found.height * scale)), self.image.Resampling.LANCZOS)

    def scene(self, scene: Scene, number: int, word: int | None) -> Any:
        """The picture of a scene, its word of that index marked (None: none), without the bar of progress."""
        canvas = self.image.new("RGB", (FINE * WIDTH, FINE * HEIGHT), PAPER)
        pen = self.draw.Draw(canvas)
        if self.pictures:
            pen.rounded_rectangle(fine(PICTURE), FINE * ROUND, fill=PANEL)
            picture = self.pictures[number % len(self.pictures)]
            left, top, right, bottom = fine(PICTURE)
            canvas.paste(picture, ((left + right - picture.width) // 2, (top + bottom - picture.height) // 2), picture)
        self.write(pen, scene, word, fine(TEXT if self.pictures else WHOLE))
        return canvas.resize(SIZE, self.image.Resampling.LANCZOS)

    def write(self, pen: Any, scene: Scene, word: int | None, box: tuple[int, int, int, int]) -> None:
        """The sentence as big as it can be, in the middle of its box's height."""
        font, lines = self.fitting(pen, scene, box)
        leading = round(font.size * LEADING)
        top = (box[1] + box[3] - leading * len(lines)) // 2
        marked = scene.words[word][:2] if word is not None else (0, 0)
        if scene.title and self.name:
            small = self.face(FINE * 34)
            pen.text((box[0], top - FINE * 58), self.name, font=small, fill=BRAND)
        for row, (first, text) in enumerate(lines):
            x, y = box[0], top + row * leading
            start, end = max(first, marked[0]) - first, min(first + len(text), marked[1]) - first
            if start < end:
                left, right = x + pen.textlength(text[:start], font=font), x + pen.textlength(text[:end], font=font)
                across = FINE * PAD
                pen.rounded_rectangle((left - across, y + 2, right + across, y + leading - 2), FINE * 14, fill=WORD)
            pen.text((x, y + leading // 2), text, font=font, fill=INK, anchor="lm")

    def fitting(self, pen: Any, scene: Scene, box: tuple[int, int, int, int]) -> tuple[Any, list[tuple[int, str]]]:
        """The biggest font in which the text has room, and its lines with the place of their first character."""
        for size in range(TITLE if scene.title else LARGEST, SMALLEST - 1, -2):
            font = self.face(FINE * size)
            lines = broken(scene.text, lambda text, font=font: pen.textlength(text, font=font) <= box[2] - box[0])
            widest = max(pen.textlength(text, font=font) for _, text in lines)
            if widest <= box[2] - box[0] and len(lines) * font.size * LEADING <= box[3] - box[1]:
                break
        return font, lines

    def face(self, size: int) -> Any:
        """The site's own font in bold."""
        font = self.fonts.truetype(str(self.font), size)
        font.set_variation_by_axes([WEIGHT])
        return font


def fine(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """A box in the pixels that are drawn."""
    return tuple(FINE * each for each in box)


def broken(text: str, fits: Any) -> list[tuple[int, str]]:
    """The text in lines that fit, each with the place of its first character."""
    lines: list[tuple[int, str]] = []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        if lines and fits(text[lines[-1][0] : at]):
            lines[-1] = (lines[-1][0], text[lines[-1][0] : at])
        else:
            lines.append((start, word))
    return lines


def bars(count: int) -> list[tuple[int, int]]:
    """From which to which pixel each part of the bar of progress goes."""
    whole = WIDTH - 2 * BAR_LEFT
    wide = (whole - BAR_GAP * (count - 1)) / count
    return [(round(BAR_LEFT + at * (wide + BAR_GAP)), round(BAR_LEFT + at * (wide + BAR_GAP) + wide)) for at in range(count)]

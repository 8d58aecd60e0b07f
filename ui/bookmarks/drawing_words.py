"""What is chosen of a drawing and what its keys do, in the officer's words."""

from __future__ import annotations

from console.drawings import MOST_FIGURES, FigureKind
from ui.bookmarks.sketch import Sketch
from ui.words import QT_TRANSLATE_NOOP, translate

_KINDS = {
    FigureKind.BOX: QT_TRANSLATE_NOOP("drawing", "Box {n} of {all}"),
    FigureKind.ARROW: QT_TRANSLATE_NOOP("drawing", "Arrow {n} of {all}"),
    FigureKind.MASK: QT_TRANSLATE_NOOP("drawing", "Blacked out {n} of {all}"),
}


def sketch_words(sketch: Sketch) -> str:
    """What is chosen and what its keys do, or how to begin."""
    if sketch.chosen is not None:
        words = translate("drawing", _KINDS[sketch.figures[sketch.chosen].kind])
        said = words.format(n=sketch.chosen + 1, all=len(sketch.figures))
        how = translate("drawing", "{figure}: arrows move it, Shift+arrows size it, Del removes it")
        return how.format(figure=said)
    if sketch.is_full:
        words = translate("drawing", "{most} figures are on it: no more fit.")
        return words.format(most=MOST_FIGURES)
    return translate(
        "drawing",
        "Drag on the picture, or Enter puts one in the middle. The picture itself stays as it is: "
        "what is drawn lies over it.",
    )

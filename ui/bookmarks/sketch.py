"""What is being drawn on a still: its figures, which is chosen, and the way back.  No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from console.drawings import FULL, MOST_FIGURES, Figure, FigureKind

LEAST = 100  # a hundredth of the picture: what is smaller cannot be taken hold of
_USUAL = (3750, 3750, 6250, 6250)  # where a figure is put without a mouse
_Points = tuple[int, int, int, int]


class Sketch:
    """Figures, changed one step at a time.  Steps of one kind on one figure are taken as one."""

    def __init__(self, figures: Sequence[Figure] = ()) -> None:
        self.figures = tuple(figures)
        self.chosen: int | None = None
        self._kept = self.figures
        self._before: list[tuple[Figure, ...]] = []
        self._after: list[tuple[Figure, ...]] = []
        self._step: tuple[str, int | None] = ("", None)

    @property
    def is_changed(self) -> bool:
        """Whether it is not what was kept last."""
        return self.figures != self._kept

    @property
    def is_full(self) -> bool:
        """Whether no figure more may be put."""
        return len(self.figures) >= MOST_FIGURES

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._after)

    def keep(self) -> None:
        """It is kept as it is."""
        self._kept = self.figures

    def put(self, kind: FigureKind, points: _Points = _USUAL) -> bool:
        """Put one more, and choose it; False where it would be nothing, or too many."""
        figure = fitted(kind, points)
        if figure is None or self.is_full:
            return False
        self._change("put", (*self.figures, figure))
        self.chosen = len(self.figures) - 1
        return True

    def choose(self, place: int | None) -> None:
        """Choose a figure; None: none."""
        self.chosen = place
        self._step = ("", None)

    def turn(self, way: int) -> None:
        """Choose the next figure, or the one before, round the end."""
        if self.figures:
            first = 0 if way > 0 else -1
            here = first if self.chosen is None else self.chosen + way
            self.choose(here % len(self.figures))

    def move(self, dx: int, dy: int) -> None:
        """Move the chosen one, as far as the picture goes."""
        figure = self._its
        if figure is not None:
            dx = _held(dx, min(figure.x1, figure.x2), max(figure.x1, figure.x2))
            dy = _held(dy, min(figure.y1, figure.y2), max(figure.y1, figure.y2))
            points = (figure.x1 + dx, figure.y1 + dy, figure.x2 + dx, figure.y2 + dy)
            self._replace("move", points)

    def size(self, dx: int, dy: int) -> None:
        """Move the end of the chosen one, which makes it larger or smaller."""
        figure = self._its
        if figure is not None:
            self._replace("size", (figure.x1, figure.y1, figure.x2 + dx, figure.y2 + dy))

    def reshape(self, points: _Points) -> None:
        """Let the chosen one lie between other points."""
        self._step = ("", None)
        self._replace("reshape", points)

    def remove(self) -> None:
        """Remove the chosen one."""
        if self._its is not None and self.chosen is not None:
            rest = [each for place, each in enumerate(self.figures) if place != self.chosen]
            self._change("remove", tuple(rest))
            self.chosen = None

    def undo(self) -> None:
        """Take the last step back."""
        self._swap(self._before, self._after)

    def redo(self) -> None:
        """Take it again."""
        self._swap(self._after, self._before)

    @property
    def _its(self) -> Figure | None:
        return None if self.chosen is None else self.figures[self.chosen]

    def _replace(self, step: str, points: _Points) -> None:
        before = self._its
        figure = None if before is None else fitted(before.kind, points)
        if figure is None or figure == before:
            return
        changed = list(self.figures)
        changed[self.chosen or 0] = figure
        self._change(step, tuple(changed))

    def _change(self, step: str, figures: tuple[Figure, ...]) -> None:
        its = (step, self.chosen)
        if its != self._step or step not in ("move", "size"):
            self._before.append(self.figures)
        self._step = its
        self._after.clear()
        self.figures = figures

    def _swap(self, source: list[tuple[Figure, ...]], target: list[tuple[Figure, ...]]) -> None:
        if source:
            target.append(self.figures)
            self.figures = source.pop()
            self.choose(None if self.chosen is None else _there(self.chosen, self.figures))


def fitted(kind: FigureKind, points: _Points) -> Figure | None:
    """A figure inside the picture; None where it would be too small to be seen."""
    x1, y1, x2, y2 = (max(0, min(FULL, value)) for value in points)
    wide, high = abs(x2 - x1), abs(y2 - y1)
    small = max(wide, high) < LEAST if kind is FigureKind.ARROW else min(wide, high) < LEAST
    return None if small else Figure(kind, x1, y1, x2, y2)


def _held(by: int, low: int, high: int) -> int:
    return max(-low, min(FULL - high, by))


def _there(place: int, figures: Sequence[Figure]) -> int | None:
    return place if place < len(figures) else None

"""The masks that are being drawn: which is chosen, what is done to it, and the way back.  No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from console.evidence.choosing import MOST_KEYS, MOST_MASKS
from console.evidence.masks import WHOLE, order_of
from console.video.evidence_orders import shape_at
from db.evidence_records import MaskKey, MaskWanted
from db.records import CameraId
from db.structs import replace
from ui.evidence import shapes
from ui.evidence.shapes import Point, Shape

Masks = tuple[MaskWanted, ...]
_MERGED = frozenset({"move", "size", "corner", "why"})


class MaskSketch:
    """All masks of a package, changed one step at a time.

    Steps of one kind on one mask at one instant are taken back as one.  Whatever changes a mask's
    shape does it at an instant: there it gets a key.  ``chosen`` is a place in ``masks``, always of
    the present camera; ``corner`` is one of the chosen mask's.
    """

    def __init__(self, masks: Sequence[MaskWanted], camera_id: CameraId) -> None:
        self.masks: Masks = tuple(masks)
        self.camera_id = camera_id
        self.chosen: int | None = None
        self.corner: int | None = None
        self._begun = self.masks
        self._before: list[tuple[Masks, CameraId]] = []
        self._after: list[tuple[Masks, CameraId]] = []
        self._step: tuple[object, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether it is not what it was at the beginning."""
        return self.masks != self._begun

    @property
    def is_full(self) -> bool:
        """Whether no mask more may be put."""
        return len(self.masks) >= MOST_MASKS

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._after)

    @property
    def its(self) -> MaskWanted | None:
        """The chosen mask."""
        return None if self.chosen is None else self.masks[self.chosen]

    @property
    def places(self) -> list[int]:
        """Where in ``masks`` those of the present camera are."""
        return [place for place, mask in enumerate(self.masks) if mask.camera_id == self.camera_id]

    # Choosing

    def show_camera(self, camera_id: CameraId) -> None:
        """Go on with the masks of another camera."""
        self.camera_id = camera_id
        self.choose(None)

    def choose(self, place: int | None) -> None:
        """Choose a mask; None: none."""
        self.chosen, self.corner, self._step = place, None, ()

    def turn(self, way: int) -> bool:
        """Choose the next mask, or the one before; False at the end: then none is chosen."""
        places = self.places
        if self.chosen is None:
            self.choose(places[0 if way > 0 else -1] if places else None)
            return bool(places)
        place = places.index(self.chosen) + way
        there = 0 <= place < len(places)
        self.choose(places[place] if there else None)
        return there

    def turn_corner(self) -> None:
        """Choose the next corner of the chosen mask, behind the last one none."""
        if self.its is not None:
            count = len(shapes.corners_of(self.its.keys[0].shape))
            following = 0 if self.corner is None else self.corner + 1
            self.corner, self._step = (following if following < count else None), ()

    def choose_corner(self, corner: int | None) -> None:
        """Choose that corner of the chosen mask."""
        self.corner, self._step = corner, ()

    # Shape and place

    def put(self, shape: Shape, at_us: int) -> bool:
        """Put one more mask, and choose it; False: no more fit."""
        if self.is_full:
            return False
        made = MaskWanted(camera_id=self.camera_id, keys=(MaskKey(at_us, shape),))
        self._change("put", (*self.masks, made))
        self.choose(len(self.masks) - 1)
        return True

    def reshape(self, shape: Shape, at_us: int, step: str = "reshape") -> None:
        """Let the chosen mask have that shape at an instant."""
        mask = self.its
        if mask is None or shape_of(mask, at_us) == shape:
            return
        keys = [key for key in mask.keys if key.at_us != at_us]
        if len(keys) < MOST_KEYS:
            keys.append(MaskKey(at_us, shape))
            self._replace(step, _keyed(mask, keys), at_us)

    def move(self, dx: int, dy: int, at_us: int) -> None:
        """Move the chosen corner, or all of the chosen mask, as far as the picture goes."""
        mask = self.its
        if mask is None:
            return
        shape = shape_of(mask, at_us)
        if self.corner is None:
            self.reshape(shapes.moved(shape, dx, dy), at_us, "move")
            return
        x, y = shapes.corners_of(shape)[self.corner]
        self.move_corner(self.corner, (_held(x + dx), _held(y + dy)), at_us)

    def move_corner(self, corner: int, to: Point, at_us: int) -> None:
        """Move a corner of the chosen mask to a point."""
        if self.its is not None:
            shape = shapes.with_corner(shape_of(self.its, at_us), corner, to)
            self.reshape(shape, at_us, "corner")

    def size(self, dx: int, dy: int, at_us: int) -> None:
        """Make the chosen mask wider and higher, or less so."""
        if self.its is not None:
            self.reshape(shapes.sized(shape_of(self.its, at_us), dx, dy), at_us, "size")

    def add_corner(self) -> bool:
        """Give the chosen polygon one more corner, behind the chosen one; it is chosen then."""
        mask, corner = self.its, self.corner or 0
        if mask is None or shapes.is_rectangle(mask.keys[0].shape):
            return False
        if len(mask.keys[0].shape) >= 2 * shapes.MOST_CORNERS:
            return False
        self._each_key("add-corner", lambda shape: shapes.corner_added(shape, corner))
        self.corner = corner + 1
        return True

    def remove_corner(self) -> bool:
        """Remove the chosen corner of a polygon; False where it would be none any more."""
        mask, corner = self.its, self.corner
        if mask is None or corner is None or shapes.is_rectangle(mask.keys[0].shape):
            return False
        if any(shapes.corner_removed(key.shape, corner) is None for key in mask.keys):
            return False
        self._each_key("remove-corner", lambda shape: shapes.corner_removed(shape, corner) or shape)
        self.corner = None
        return True

    def remove(self) -> None:
        """Remove the chosen mask."""
        if self.chosen is not None:
            rest = self.masks[: self.chosen] + self.masks[self.chosen + 1 :]
            self._change("remove", rest)
            self.choose(None)

    # Time

    def pin(self, at_us: int) -> None:
        """Hold the chosen mask where it is at an instant: a key there."""
        mask = self.its
        if mask is not None and not has_key(mask, at_us) and len(mask.keys) < MOST_KEYS:
            key = MaskKey(at_us, shape_of(mask, at_us))
            self._replace("pin", _keyed(mask, [*mask.keys, key]), at_us)

    def unpin(self, at_us: int) -> bool:
        """Remove the key of an instant; False where it is the only one, or there is none."""
        mask = self.its
        if mask is None or len(mask.keys) < 2 or not has_key(mask, at_us):
            return False
        self._replace("unpin", _keyed(mask, [k for k in mask.keys if k.at_us != at_us]), at_us)
        return True

    def fix(self, at_us: int) -> None:
        """Let the chosen mask stand all the time as it is at an instant."""
        mask = self.its
        if mask is not None:
            key = MaskKey(at_us, shape_of(mask, at_us))
            self._replace("fix", replace(mask, keys=(key,)), at_us)

    def begin(self, at_us: int) -> None:
        """Let the chosen mask hold from the picture of an instant on."""
        mask = self.its
        if mask is not None:
            end_us = mask.end_us if mask.end_us is None or at_us < mask.end_us else None
            self._replace("begin", replace(mask, start_us=at_us, end_us=end_us), at_us)

    def end(self, at_us: int) -> None:
        """Let the chosen mask hold up to the picture of an instant, that one too."""
        mask = self.its
        if mask is not None:
            end_us = at_us + 1
            start_us = mask.start_us if mask.start_us is None or mask.start_us < end_us else None
            self._replace("end", replace(mask, start_us=start_us, end_us=end_us), at_us)

    def hold_always(self) -> None:
        """Let the chosen mask hold in all of the copy."""
        mask = self.its
        if mask is not None:
            self._replace("whole", replace(mask, start_us=None, end_us=None), 0)

    def tell_why(self, why: str) -> None:
        """Why it is masked."""
        mask = self.its
        if mask is not None:
            self._replace("why", replace(mask, why=why), 0)

    # The way back

    def undo(self) -> None:
        """Take the last step back."""
        self._swap(self._before, self._after)

    def redo(self) -> None:
        """Take it again."""
        self._swap(self._after, self._before)

    def _each_key(self, step: str, change: Callable[[Shape], Shape]) -> None:
        mask = self.its
        if mask is not None:
            keys = tuple(MaskKey(key.at_us, change(key.shape)) for key in mask.keys)
            self._replace(step, replace(mask, keys=keys), 0)

    def _replace(self, step: str, mask: MaskWanted, at_us: int) -> None:
        place = self.chosen
        if place is not None and mask != self.masks[place]:
            masks = (*self.masks[:place], mask, *self.masks[place + 1 :])
            self._change(step, masks, place, at_us, self.corner)

    def _change(self, step: str, masks: Masks, *which: object) -> None:
        its = (step, *which)
        if its != self._step or step not in _MERGED:
            self._before.append((self.masks, self.camera_id))
        self._step = its
        self._after.clear()
        self.masks = masks

    def _swap(
        self,
        source: list[tuple[Masks, CameraId]],
        target: list[tuple[Masks, CameraId]],
    ) -> None:
        if not source:
            return
        masks, camera_id = source.pop()
        target.append((self.masks, camera_id))
        before, self.masks, self.camera_id = self.masks, masks, camera_id
        changed = [
            place for place in self.places if place >= len(before) or before[place] != masks[place]
        ]
        self.choose(changed[0] if changed else None)


def shape_of(mask: MaskWanted, at_us: int) -> Shape:
    """Where a mask is at an instant, also where it does not hold."""
    always = replace(order_of(mask), start_us=None, end_us=None)
    shape = shape_at(always, at_us)
    assert shape is not None
    return tuple(round(share * WHOLE) for share in shape)


def holds_at(mask: MaskWanted, at_us: int) -> bool:
    """Whether a mask hides anything at an instant."""
    return shape_at(order_of(mask), at_us) is not None


def has_key(mask: MaskWanted, at_us: int) -> bool:
    """Whether somebody put it where it is at that instant."""
    return any(key.at_us == at_us for key in mask.keys)


def _keyed(mask: MaskWanted, keys: Sequence[MaskKey]) -> MaskWanted:
    return replace(mask, keys=tuple(sorted(keys, key=lambda key: key.at_us)))


def _held(number: float) -> int:
    return max(0, min(WHOLE, round(number)))

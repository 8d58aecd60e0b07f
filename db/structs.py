"""What our records are made of: ``msgspec``'s, whose door this is.

A record's class is made when its module is loaded: here in less than a tenth of a millisecond, as
a frozen dataclass with slots in one to three.  Every process of the engine makes two hundred of
them before it can do anything.  In use there is no difference, and mypy sees none; a record with a
field that is not compared or not shown stays a dataclass.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, TypeVar, dataclass_transform

from msgspec import Meta, Struct, ValidationError, convert, field, to_builtins
from msgspec.structs import asdict, replace

__all__ = [
    "Frozen",
    "Instant",
    "Struct",
    "StructError",
    "asdict",
    "field",
    "from_plain",
    "replace",
    "to_plain",
]

Instant = Annotated[datetime, Meta(tz=True)]
"""An aware instant: ``from_plain`` takes no naive one."""
StructError = ValidationError
"""What was read is no such record; its text names the field."""
R = TypeVar("R", bound=Struct)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A record that never changes, so it may cross threads.

    Read from JSON it takes its own fields and no other.  Records hold values and other records, so
    nothing goes round in circles and the garbage collector need not look at them: that is a tenth
    of the time of a city's list.  One that holds parts in motion says ``gc=True``.
    """


def to_plain(record: Struct) -> Any:
    """A record as dicts, lists, texts and numbers; only instants stay what they are."""
    return to_builtins(record, builtin_types=(datetime,))


def from_plain(plain: object, kind: type[R]) -> R:
    """The record that JSON told of, with instants as RFC 3339.  Raises StructError."""
    return convert(plain, kind)

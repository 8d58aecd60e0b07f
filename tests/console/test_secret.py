"""A password shows a mask wherever it could slip out."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from console.secret import Secret
from console.video.ports import CameraSource
from db.records import CameraId
from db.structs import asdict

WORD = Secret("Hunter2!")


def test_no_usual_way_of_writing_shows_it() -> None:
    shown = [
        str(WORD),
        repr(WORD),
        f"{WORD}",
        f"{WORD!r}",
        f"{WORD:>20}",
        repr([WORD]),
    ]
    source = CameraSource(camera_id=CameraId(1), streams=(), password=WORD)

    assert all("Hunter" not in text for text in [*shown, repr(source), repr(asdict(source))])
    assert WORD.reveal() == "Hunter2!"


def test_it_is_not_pickled_and_not_jsoned_by_accident() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(WORD)
    with pytest.raises(TypeError):
        json.dumps({"password": WORD})
    assert copy.deepcopy(WORD) is WORD


def test_it_equals_the_same_word_and_nothing_else() -> None:
    assert Secret("Hunter2!") == WORD
    assert hash(Secret("Hunter2!")) == hash(WORD)
    assert Secret("hunter2!") != WORD
    assert WORD != "Hunter2!"
    assert not Secret("")

"""Phrases: what a station begins with, and what it makes of them."""

from __future__ import annotations

import pytest

from db.case_records import Phrase, PhraseId
from db.errors import Gone
from db.records import Topic
from db.store import Store


def test_a_station_begins_with_phrases_and_may_change_them(store: Store) -> None:
    with store.begin() as unit:
        begun = {phrase.code: phrase for phrase in unit.phrases.all()}
        assert begun["vt hd"].text.startswith("Vi phạm trật tự hè đường")
        place = unit.phrases.add("", "Ngõ Đình Hàng Phố")
        assert unit.phrases.all()[0] == place
        changed = unit.phrases.change(Phrase(id=begun["bn"].id, code="nham", text="Bấm nhầm."))
        unit.phrases.remove(begun["kq"].id)
        assert unit.touched == {Topic.PHRASES}

        codes = [phrase.code for phrase in unit.phrases.all()]
        assert codes == sorted(codes)
        assert "kq" not in codes
        assert changed in unit.phrases.all()
        for call in (
            lambda: unit.phrases.remove(PhraseId(999)),
            lambda: unit.phrases.change(Phrase(id=PhraseId(999), code="", text="x")),
        ):
            with pytest.raises(Gone, match="phrase"):
                call()

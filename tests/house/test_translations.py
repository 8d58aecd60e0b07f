from __future__ import annotations

from pathlib import Path

from tests.house.translations import Message, faults, fields, read

LOST = Message("Tile", "{camera} is lost", "", ("{camera} mất hình",), True)


def test_a_finished_translation_with_the_same_fields_is_well() -> None:
    assert list(faults([LOST], [LOST])) == []


def test_a_text_that_is_new_in_the_code_is_told() -> None:
    assert list(faults([], [LOST])) == ["new in the code: Tile: '{camera} is lost'"]


def test_a_text_that_left_the_code_is_told() -> None:
    assert list(faults([LOST], [])) == ["not in the code any more: Tile: '{camera} is lost'"]


def test_an_empty_translation_is_told() -> None:
    empty = Message("Tile", "lost", "", ("",), True)

    assert list(faults([empty], [empty])) == ["not translated: Tile: 'lost'"]


def test_another_field_than_in_the_source_is_told() -> None:
    wrong = Message("Tile", "{camera} is lost", "", ("{máy} mất hình",), True)

    assert list(faults([wrong], [wrong])) == ["other fields: Tile: '{camera} is lost'"]


def test_a_brace_too_many_is_a_field_of_its_own() -> None:
    assert fields("{camera} {") == {"?"}


def test_plural_forms_and_vanished_texts_are_read(tmp_path: Path) -> None:
    file = tmp_path / "console_vi.ts"
    file.write_text(
        """<?xml version="1.0" encoding="utf-8"?>
        <TS version="2.1" language="vi"><context><name>Wall</name>
        <message numerus="yes"><source>%n cameras</source>
          <translation><numerusform>%n mắt camera</numerusform></translation></message>
        <message><source>old</source><translation type="vanished">cũ</translation></message>
        <message><source>new</source><translation type="unfinished"/></message>
        </context></TS>""",
        encoding="utf-8",
    )

    assert read(file) == [
        Message("Wall", "%n cameras", "", ("%n mắt camera",), True),
        Message("Wall", "new", "", ("",), False),
    ]

"""Papers as PDF, from templates in ``resources/papers``: typst's door."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from importlib.resources import as_file, files

from console.legible import FONT_FOLDER


def render(template: str, data: Mapping[str, object], *, made_at: datetime | None = None) -> bytes:
    """The PDF that ``resources/papers/<template>.typ`` makes of ``data``.

    The template gets ``data`` as JSON, so nothing in it is read as markup.  Fonts are those of
    ``resources/third_party/tinos`` and those that typst brings along, never the PC's: the same
    paper comes out everywhere.  ``made_at`` is the file's date, whatever the clock says: with it,
    the same data make the same bytes.  One thread, a tenth of a second and more; see the
    template's own notes.
    """
    import typst

    with as_file(files("resources")) as resources:
        papers = resources / "papers"
        compiler = typst.Compiler(
            papers / f"{template}.typ",
            root=papers,
            font_paths=[resources.joinpath(*FONT_FOLDER)],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data)},
        )
        made = compiler.compile(
            format="pdf",
            pdf_tags=False,  # tags take twice the memory
            timestamp=None if made_at is None else int(made_at.timestamp()),
        )
    if not isinstance(made, bytes):
        raise TypeError("typst made no single file")
    return made

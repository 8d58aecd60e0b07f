"""Papers as PDF, from templates in ``resources/papers``: typst's door."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files


def render(template: str, data: Mapping[str, object]) -> bytes:
    """The PDF that ``resources/papers/<template>.typ`` makes of ``data``.

    The template gets ``data`` as JSON, so nothing in it is read as markup.  Fonts are those that
    typst brings along, never the PC's: the same paper comes out everywhere.  One thread, a
    tenth of a second and more; see the template's own notes.
    """
    import typst

    source = files("resources").joinpath("papers", f"{template}.typ").read_bytes()
    compiler = typst.Compiler(
        source, ignore_system_fonts=True, sys_inputs={"data": json.dumps(data)}
    )
    made = compiler.compile(format="pdf", pdf_tags=False)  # tags take twice the memory
    if not isinstance(made, bytes):
        raise TypeError("typst made no single file")
    return made

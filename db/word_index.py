"""Keeps the index of words right, whoever writes: triggers of SQLite.

A text is taken apart by ``word_list``, which ``db.search`` teaches to each of our connections; one
that was not taught cannot write these texts.  ``db/README.md``, "Searching", tells why the index
is made of plain rows.
"""

from __future__ import annotations

_OPEN = "{0}.title, {0}.address, {0}.narrative"
_PEOPLE = "{0}.people, {0}.vehicles"
_TEXTS = ("title", "address", "narrative", "people", "vehicles", "began_at_us")
# What the outcomes of an incident say, in one text; words are in no order.
_OUTCOMES = (
    "(select group_concat(o.item || ' ' || o.note, ' ') from outcome o where o.incident_id = {0})"
)

_TIMES = {"bookmark": "at_us", "incident": "began_at_us"}
_ALL_READ = f"word_list({_OPEN.format('i')}, {_OUTCOMES.format('i.id')})"
# The words that texts have, as the index should have them.
_WORDS = {
    "bookmark": (
        "select value as word, b.at_us as at_us, b.id as id"
        " from bookmark b, json_each(word_list(b.note)) where b.note <> ''"
    ),
    "incident": (
        "select o.value as word, i.began_at_us as at_us, i.id as id, 0 as people"
        f" from incident i, json_each({_ALL_READ}) o"
        " union all select p.value, i.began_at_us, i.id, 1"
        f" from incident i, json_each(word_list({_PEOPLE.format('i')})) p"
        " where (i.people <> '' or i.vehicles <> '')"
        f" and p.value not in (select o.value from json_each({_ALL_READ}) o)"
    ),
}


TRIGGERS_THERE = "select name from sqlite_master where type = 'trigger'"
"""The names of all triggers that the file has."""


def triggers() -> list[str]:
    """Statements that make the triggers."""
    changed = " or ".join(f"old.{text} <> new.{text}" for text in _TEXTS)
    drop_bookmark, add_bookmark = _drop_bookmark("old"), _add_bookmark("new")
    drop_incident, add_incident = _drop_incident("old"), _added("from", "true", "new")
    drop_outcome = _drop_outcome("old")
    return [
        _trigger("bookmark", "after insert", "new.note <> ''", add_bookmark),
        _trigger(
            "bookmark",
            "after update",
            "old.note <> new.note or old.at_us <> new.at_us",
            drop_bookmark,
            add_bookmark,
        ),
        _trigger("bookmark", "after delete", "old.note <> ''", drop_bookmark),
        _trigger("incident", "after insert", "true", *add_incident),
        _trigger("incident", "after update", changed, drop_incident, *add_incident),
        # Before, for its outcomes go with it.
        _trigger("incident", "before delete", "true", drop_incident),
        _trigger("outcome", "after insert", "true", *_anew("new")),
        _trigger(
            "outcome",
            "after update",
            "old.note <> new.note or old.item <> new.item",
            drop_outcome,
            *_anew("new"),
        ),
        _trigger("outcome", "after delete", "true", drop_outcome, *_anew("old")),
    ]


def fill() -> list[str]:
    """Statements that make an empty index that of all there is."""
    return [_fill_bookmarks("true"), *_added("from incident i,", "true", "i")]


def rebuild() -> list[str]:
    """Statements that make the index anew, in one step."""
    return ["delete from bookmark_word", "delete from incident_word", *fill()]


def fill_some(table: str, ids: range) -> list[str]:
    """Statements that put in what is missing of these bookmarks, or incidents."""
    if table == "bookmark":
        return [_fill_bookmarks(f"b.id between {ids.start} and {ids.stop - 1}")]
    return _added("from incident i,", f"i.id between {ids.start} and {ids.stop - 1}", "i")


def drop_some(table: str, most: int) -> str:
    """A statement that empties the index of ``table`` of as many words."""
    key = f"word, {_TIMES[table]}, {table}_id"
    return (
        f"delete from {table}_word where ({key}) in (select {key} from {table}_word limit {most})"
    )


def compared(table: str) -> str:
    """A query that compares the index of bookmarks, or incidents, with their texts.

    It tells of one row: how many words the texts have, how many of them the index lacks, of how
    many texts, and how many words are in the index in all.
    """
    at, people = _TIMES[table], " and w.people = e.people" if table == "incident" else ""
    lacks = (
        f"not exists (select 1 from {table}_word w where w.word = e.word and w.{at} = e.at_us"
        f" and w.{table}_id = e.id{people})"
    )
    return (
        "select count(*), coalesce(sum(gone), 0), count(distinct case when gone then id end),"
        f" (select count(*) from {table}_word)"
        f" from (select e.id as id, {lacks} as gone from ({_WORDS[table]}) e)"
    )


def _trigger(table: str, event: str, when: str, *steps: str) -> str:
    name = f"{table}_words_{event.rsplit(maxsplit=1)[-1]}"
    return f"create trigger {name} {event} on {table} when {when} begin {'; '.join(steps)}; end"


def _fill_bookmarks(where: str) -> str:
    return (
        "insert into bookmark_word (word, at_us, bookmark_id)"
        " select value, b.at_us, b.id from bookmark b, json_each(word_list(b.note))"
        f" where b.note <> '' and {where} order by 1, 2, 3 on conflict do nothing"
    )


def _add_bookmark(row: str) -> str:
    return (
        "insert into bookmark_word (word, at_us, bookmark_id)"
        f" select value, {row}.at_us, {row}.id from json_each(word_list({row}.note))"
    )


def _drop_bookmark(row: str) -> str:
    return (
        f"delete from bookmark_word where word in (select value from"
        f" json_each(word_list({row}.note))) and at_us = {row}.at_us and bookmark_id = {row}.id"
    )


def _anew(row: str) -> list[str]:
    """Every word of the incident that an outcome belongs to, as far as it is missing."""
    return _added("from incident i,", f"i.id = {row}.incident_id", "i")


def _added(source: str, where: str, row: str) -> list[str]:
    """A word that stands also where all may read is everybody's to find."""
    texts = f"{_OPEN.format(row)}, {_OUTCOMES.format(row + '.id')}"
    all_read = "on conflict (word, began_at_us, incident_id) do update set people = 0"
    return [
        "insert into incident_word (word, began_at_us, incident_id, people)"
        f" select value, {row}.began_at_us, {row}.id, {people}"
        f" {source} json_each(word_list({each})) where {where} order by 1, 2, 3 {known}"
        for people, each, known in (
            (1, _PEOPLE.format(row), "on conflict do nothing"),
            (0, texts, all_read),
        )
    ]


def _drop_incident(row: str) -> str:
    texts = f"{_OPEN.format(row)}, {_PEOPLE.format(row)}, {_OUTCOMES.format(row + '.id')}"
    return (
        f"delete from incident_word where word in (select value from json_each(word_list({texts})))"
        f" and began_at_us = {row}.began_at_us and incident_id = {row}.id"
    )


def _drop_outcome(row: str) -> str:
    """Its words, and with them those that the incident has itself: they are put in again."""
    return (
        "delete from incident_word where word in"
        f" (select value from json_each(word_list({row}.item, {row}.note)))"
        f" and began_at_us = (select began_at_us from incident where id = {row}.incident_id)"
        f" and incident_id = {row}.incident_id"
    )

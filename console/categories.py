"""The kinds of incidents: a tree of two levels that the chief keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from console.audit import Act, Audit
from console.changes import changed_fields
from console.errors import FieldRefused, Gone
from console.forms import FieldRule, clean_name
from console.gate import Gate
from console.rights import Action
from db.case_records import Category, CategoryId, Severity
from db.store import Store, Unit
from db.structs import replace

LONGEST_AROUND_S = 3600
LONGEST_HELD_DAYS = 36_500


class CategoryRule(StrEnum):
    """What a category broke, as ``FieldRefused.rule`` names it."""

    DEPTH = "category_depth"  # below one that stands below another itself, or with some below it
    LAST = "category_last"  # one must remain that new incidents can have


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryForm:
    """A category as it is typed; see ``db.case_records.Category``."""

    name: str
    parent_id: CategoryId | None = None
    severity: Severity = Severity.ROUTINE
    pre_s: int = 30
    post_s: int = 60
    hold_days: int | None = 30
    restricted: bool = False


class Categories:
    """Reads and changes the tree.  May block on the disk: not for the GUI thread.

    Any call may raise ``NotAllowed`` and ``StoreProblem``; a change is announced as
    ``Topic.CATEGORIES``, and logged.  What lies in the past keeps its category, whatever becomes
    of it: incidents, bookmarks and holds are not touched here.
    """

    def __init__(self, store: Store, gate: Gate, audit: Audit) -> None:
        self._store = store
        self._gate = gate
        self._audit = audit

    def tree(self) -> list[Category]:
        """Every category, retired ones too: each branch, then its leaves, as they stand.

        For whoever may bookmark or see incidents.
        """
        may_bookmark = self._gate.allows(Action.BOOKMARK)
        self._gate.require(Action.BOOKMARK if may_bookmark else Action.SEE_INCIDENTS)
        with self._store.read() as unit:
            return unit.categories.all()

    def tree_to_change(self) -> list[Category]:
        """The same for whoever may change it; the administrator sees no incidents."""
        self._gate.require(Action.CHANGE_CATEGORIES)
        with self._store.read() as unit:
            return unit.categories.all()

    def add(self, form: CategoryForm) -> Category:
        """Put a category behind its siblings.

        Raises:
            FieldRefused: ``field`` is one of ``CategoryForm``; ``rule`` of ``CategoryRule`` or
                ``FieldRule``.
            NameTaken: a sibling is called so, in any case of letters, retired or not.
            Gone: its branch.
        """
        self._gate.require(Action.CHANGE_CATEGORIES)
        checked = _checked(form)
        with self._store.begin() as unit:
            _check_depth(unit, None, checked.parent_id)
            made = unit.categories.add(
                parent_id=checked.parent_id,
                name=checked.name,
                severity=checked.severity,
                pre_s=checked.pre_s,
                post_s=checked.post_s,
                hold_days=checked.hold_days,
                restricted=checked.restricted,
            )
            self._audit.write(unit, Act.CATEGORY_ADDED, "category", made.id)
        return made

    def change(self, category_id: CategoryId, form: CategoryForm) -> Category:
        """Let it be as ``form`` says from now on; problems as of ``add``."""
        self._gate.require(Action.CHANGE_CATEGORIES)
        checked = _checked(form)
        with self._store.begin() as unit:
            before = unit.categories.category(category_id)
            _check_depth(unit, category_id, checked.parent_id)
            return self._keep(
                unit,
                before,
                replace(
                    before,
                    parent_id=checked.parent_id,
                    name=checked.name,
                    severity=checked.severity,
                    pre_s=checked.pre_s,
                    post_s=checked.post_s,
                    hold_days=checked.hold_days,
                    restricted=checked.restricted,
                ),
            )

    def retire(self, category_id: CategoryId) -> Category:
        """Let no new incident have it, nor what stands below it.  Raises FieldRefused, Gone."""
        self._gate.require(Action.CHANGE_CATEGORIES)
        with self._store.begin() as unit:
            before = unit.categories.category(category_id)
            after = self._keep(unit, before, replace(before, retired=True))
            if not usable(unit.categories.all()):
                raise FieldRefused("category_id", CategoryRule.LAST)
        return after

    def bring_back(self, category_id: CategoryId) -> Category:
        """Let new incidents have it again.  Raises Gone."""
        self._gate.require(Action.CHANGE_CATEGORIES)
        with self._store.begin() as unit:
            before = unit.categories.category(category_id)
            return self._keep(unit, before, replace(before, retired=False))

    def reorder(self, parent_id: CategoryId | None, order: Sequence[CategoryId]) -> None:
        """Let the siblings below ``parent_id`` (None: the roots) stand in this order.

        Those that ``order`` does not name follow as they stood.  Raises Gone: one that it names is
        no sibling of theirs.
        """
        self._gate.require(Action.CHANGE_CATEGORIES)
        with self._store.begin() as unit:
            before = [each.id for each in unit.categories.siblings(parent_id)]
            named = list(dict.fromkeys(order))
            if not set(named) <= set(before):
                raise Gone("category")
            after = named + [each for each in before if each not in named]
            if after == before:
                return
            unit.categories.arrange(after)
            self._audit.write(
                unit,
                Act.CATEGORY_CHANGED,
                "category",
                parent_id,
                fields=["place"],
                categories=after,
            )

    def _keep(self, unit: Unit, before: Category, after: Category) -> Category:
        if before == after:
            return before
        kept = unit.categories.change(after)
        fields = [name for name in changed_fields(before, kept) if name != "place"]
        self._audit.write(unit, Act.CATEGORY_CHANGED, "category", kept.id, fields=fields)
        return kept


def usable(tree: Sequence[Category]) -> list[Category]:
    """Those that a new incident may have: neither they nor their branch is retired."""
    retired = {each.id for each in tree if each.retired}
    return [each for each in tree if each.id not in retired and each.parent_id not in retired]


def with_leaves(tree: Sequence[Category], chosen: frozenset[CategoryId]) -> frozenset[CategoryId]:
    """``chosen``, and what stands below them."""
    return chosen | {each.id for each in tree if each.parent_id in chosen}


def _checked(form: CategoryForm) -> CategoryForm:
    for field, seconds in (("pre_s", form.pre_s), ("post_s", form.post_s)):
        if not 0 <= seconds <= LONGEST_AROUND_S:
            raise FieldRefused(field, FieldRule.RANGE)
    if form.pre_s + form.post_s == 0:  # a bookmark of no length
        raise FieldRefused("post_s", FieldRule.RANGE)
    if form.hold_days is not None and not 1 <= form.hold_days <= LONGEST_HELD_DAYS:
        raise FieldRefused("hold_days", FieldRule.RANGE)
    return CategoryForm(
        name=clean_name(form.name),
        parent_id=form.parent_id,
        severity=Severity(form.severity),
        pre_s=form.pre_s,
        post_s=form.post_s,
        hold_days=form.hold_days,
        restricted=form.restricted,
    )


def _check_depth(unit: Unit, category_id: CategoryId | None, parent_id: CategoryId | None) -> None:
    """Two levels: a branch stands below nothing, and a leaf has nothing below it."""
    if parent_id is None:
        return
    parent = unit.categories.category(parent_id)
    has_leaves = category_id is not None and bool(unit.categories.siblings(category_id))
    if parent.parent_id is not None or parent_id == category_id or has_leaves:
        raise FieldRefused("parent_id", CategoryRule.DEPTH)

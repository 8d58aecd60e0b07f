"""One call of every method of the services of the duty: bookmarks, incidents, members, calls."""

from __future__ import annotations

from datetime import timedelta

from console.categories import CategoryForm
from console.incident_rules import IncidentForm
from console.outcomes import OutcomeForm
from console.rights import Action
from console.workers import Stop
from db.case_records import (
    AttachmentId,
    BookmarkId,
    CallResult,
    CategoryId,
    IncidentId,
    MemberId,
    MemberRole,
    OutcomeId,
    OutcomeKind,
    PhraseId,
    SavedSearchId,
)
from db.footage_records import HoldId
from db.incident_records import IncidentQuery
from db.records import CameraId, ClusterId, Span, TeamId
from tests.console.call import NO_ID, NOWHERE, Call, ignore
from tests.fakes import FakeClock


def _people() -> dict[str, Call]:
    see, change, call = Action.SEE_MEMBERS, Action.CHANGE_MEMBERS, Action.CALL_MEMBER
    nobody, team = MemberId(NO_ID), TeamId(NO_ID)
    role = MemberRole.MEMBER
    return {
        "members.list": Call(see, lambda c: c.members.list()),
        "members.add": Call(change, lambda c: c.members.add(team, "Ai", role)),
        "members.add_many": Call(change, lambda c: c.members.add_many([])),
        "members.change": Call(
            change,
            lambda c: c.members.change(nobody, team_id=team, name="Ai", role=role, phone=""),
        ),
        "members.retire": Call(change, lambda c: c.members.retire(nobody)),
        "members.bring_back": Call(change, lambda c: c.members.bring_back(nobody)),
        "members.erase": Call(change, lambda c: c.members.erase(nobody)),
        "calls.whom": Call(call, lambda c: c.calls.whom(ClusterId(NO_ID))),
        "calls.moment": Call(call, lambda c: c.calls.moment(ClusterId(NO_ID))),
        "calls.log_call": Call(call, lambda c: c.calls.log_call(nobody, CallResult.REACHED)),
        "calls.calls_of": Call(
            Action.SEE_INCIDENTS, lambda c: c.calls.calls_of(incident_id=IncidentId(NO_ID))
        ),
    }


def _bookmarks() -> dict[str, Call]:
    mark, words = Action.BOOKMARK, Action.CHANGE_CATEGORIES
    now = FakeClock().now()
    span, number, camera = Span(now, now + timedelta(minutes=1)), BookmarkId(NO_ID), CameraId(1)
    phrase = PhraseId(NO_ID)
    return {
        "bookmarks.mark": Call(mark, lambda c: c.bookmarks.mark([], now)),
        "bookmarks.describe": Call(mark, lambda c: c.bookmarks.describe(number, None, "")),
        "bookmarks.undo": Call(mark, lambda c: c.bookmarks.undo(number)),
        "bookmarks.bookmark": Call(mark, lambda c: c.bookmarks.bookmark(number)),
        "bookmarks.drafts": Call(mark, lambda c: c.bookmarks.drafts()),
        "bookmarks.flags": Call(mark, lambda c: c.bookmarks.flags(span, [])),
        "bookmarks.beside": Call(mark, lambda c: c.bookmarks.beside(now, [], later=True)),
        "bookmarks.newest": Call(mark, lambda c: c.bookmarks.newest()),
        "bookmarks.categories": Call(mark, lambda c: c.bookmarks.categories()),
        "stills.keep": Call(mark, lambda c: c.stills.keep(number, camera, b"")),
        "stills.path": Call(Action.REVIEW_FOOTAGE, lambda c: c.stills.path(number, camera)),
        "stills.draw": Call(mark, lambda c: c.stills.draw(number, camera, [])),
        "phrases.list": Call(words, lambda c: c.phrases.list()),
        "phrases.bank": Call(mark, lambda c: c.phrases.bank()),
        "phrases.suggest": Call(mark, lambda c: c.phrases.suggest("v")),
        "phrases.add": Call(words, lambda c: c.phrases.add("", "")),
        "phrases.change": Call(words, lambda c: c.phrases.change(phrase, "", "Chợ")),
        "phrases.remove": Call(words, lambda c: c.phrases.remove(phrase)),
        "phrases.import_list": Call(words, lambda c: c.phrases.import_list(NOWHERE)),
        "phrases.export_list": Call(words, lambda c: c.phrases.export_list(NOWHERE)),
        "ward_plan.picture": Call(Action.SEE_INCIDENTS, lambda c: c.ward_plan.picture()),
        "ward_plan.picture_to_change": Call(
            Action.SEE_SETTINGS, lambda c: c.ward_plan.picture_to_change()
        ),
        "ward_plan.change": Call(Action.CHANGE_SETTINGS, lambda c: c.ward_plan.change(None)),
    }


def _categories() -> dict[str, Call]:
    change, one = Action.CHANGE_CATEGORIES, CategoryId(NO_ID)
    return {
        "categories.tree": Call(Action.SEE_INCIDENTS, lambda c: c.categories.tree()),
        "categories.tree_to_change": Call(change, lambda c: c.categories.tree_to_change()),
        "categories.add": Call(change, lambda c: c.categories.add(CategoryForm(name=""))),
        "categories.change": Call(
            change, lambda c: c.categories.change(one, CategoryForm(name="Khác"))
        ),
        "categories.retire": Call(change, lambda c: c.categories.retire(one)),
        "categories.bring_back": Call(change, lambda c: c.categories.bring_back(one)),
        "categories.reorder": Call(change, lambda c: c.categories.reorder(None, [one])),
    }


def _incidents() -> dict[str, Call]:
    see, handle, approve = Action.SEE_INCIDENTS, Action.HANDLE_INCIDENT, Action.APPROVE_INCIDENT
    one, query, now = IncidentId(NO_ID), IncidentQuery(), FakeClock().now()
    form = IncidentForm(title="", category_id=CategoryId(NO_ID), began_at=now)
    line = OutcomeForm(kind=OutcomeKind.VERIFIED, on=now.date())
    return {
        "incidents.page": Call(see, lambda c: c.incidents.page(query)),
        "incidents.count": Call(see, lambda c: c.incidents.count(query)),
        "incidents.lines": Call(see, lambda c: c.incidents.lines([one])),
        "incidents.incident": Call(see, lambda c: c.incidents.incident(one)),
        "incidents.people": Call(see, lambda c: c.incidents.people(one)),
        "incidents.history": Call(see, lambda c: c.incidents.history(one)),
        "incidents.names": Call(see, lambda c: c.incidents.names()),
        "incidents.steps": Call(see, lambda c: c.incidents.steps(one)),
        "incidents.open": Call(handle, lambda c: c.incidents.open(form)),
        "incidents.edit": Call(handle, lambda c: c.incidents.edit(one, 1, {"title": "Vụ"})),
        "incident_review.submit": Call(handle, lambda c: c.incident_review.submit(one, 1)),
        "incident_review.give_back": Call(
            approve, lambda c: c.incident_review.give_back(one, "Thiếu")
        ),
        "incident_review.approve": Call(approve, lambda c: c.incident_review.approve(one, 1)),
        "incident_review.is_own": Call(see, lambda c: c.incident_review.is_own(one)),
        "incident_review.close": Call(approve, lambda c: c.incident_review.close(one)),
        "incident_review.reopen": Call(approve, lambda c: c.incident_review.reopen(one, "Mới")),
        "case_ties.related": Call(see, lambda c: c.case_ties.related(one)),
        "case_ties.join": Call(handle, lambda c: c.case_ties.join(one, [])),
        "case_ties.part": Call(handle, lambda c: c.case_ties.part(one, [])),
        "case_ties.link": Call(handle, lambda c: c.case_ties.link(one, one)),
        "case_ties.unlink": Call(handle, lambda c: c.case_ties.unlink(one, one)),
        "case_ties.set_exhibits": Call(handle, lambda c: c.case_ties.set_exhibits(one, [])),
        "case_holds.of": Call(see, lambda c: c.case_holds.of(one)),
        "case_holds.extend": Call(see, lambda c: c.case_holds.extend(one, None)),
        "case_holds.release": Call(Action.RELEASE_HOLD, lambda c: c.case_holds.release(one)),
        "outcomes.of": Call(see, lambda c: c.outcomes.of(one)),
        "outcomes.add": Call(handle, lambda c: c.outcomes.add(one, line)),
        "outcomes.strike": Call(handle, lambda c: c.outcomes.strike(OutcomeId(NO_ID))),
        "outcomes.tally": Call(see, lambda c: c.outcomes.tally(now.date(), now.date())),
        "outcomes.behind": Call(
            see, lambda c: c.outcomes.behind(OutcomeKind.DRUGS, now.date(), now.date())
        ),
        "attachments.of": Call(see, lambda c: c.attachments.of(one)),
        "attachments.add": Call(
            handle, lambda c: c.attachments.add(one, NOWHERE, stop=Stop(), progressed=ignore)
        ),
        "attachments.open": Call(
            see, lambda c: c.attachments.open(AttachmentId(NO_ID), stop=Stop())
        ),
        "attachments.copy": Call(
            see,
            lambda c: c.attachments.copy(
                AttachmentId(NO_ID), NOWHERE, stop=Stop(), progressed=ignore
            ),
        ),
        "inbox.page": Call(approve, lambda c: c.inbox.page()),
        "inbox.count": Call(approve, lambda c: c.inbox.count()),
        "morning.view": Call(see, lambda c: c.morning.view()),
        # The program's own: it goes on under a locked screen.
        "disposals.run": Call(None, lambda c: c.disposals.run(_stopped())),
        "disposals.tend": Call(None, lambda c: c.disposals.tend(Stop())),
        "disposals.of": Call(Action.PLACE_HOLD, lambda c: c.disposals.of(HoldId(NO_ID))),
    }


def _stopped() -> Stop:
    stop = Stop()
    stop.set()
    return stop


def _find() -> dict[str, Call]:
    see, nothing = Action.SEE_INCIDENTS, SavedSearchId(NO_ID)
    return {
        "find.find": Call(see, lambda c: c.find.find("xe")),
        "find.count": Call(see, lambda c: c.find.count("xe")),
        "find.read": Call(see, lambda c: c.find.read("xe")),
        "find.suggest": Call(see, lambda c: c.find.suggest("cam")),
        "find.saved": Call(see, lambda c: c.find.saved()),
        "find.save": Call(see, lambda c: c.find.save("", "")),
        "find.change_saved": Call(
            see, lambda c: c.find.change_saved(nothing, name="Xe", text="xe")
        ),
        "find.remove_saved": Call(see, lambda c: c.find.remove_saved(nothing)),
    }


DUTY = _find() | _people() | _bookmarks() | _categories() | _incidents()

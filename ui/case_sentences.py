"""What is wrong with what was typed about incidents and categories, as sentences."""

from __future__ import annotations

from ui.words import QT_TRANSLATE_NOOP

CONTEXT = "case-sentences"
MEANWHILE = QT_TRANSLATE_NOOP(
    "case-sentences",
    "Somebody else changed the same place meanwhile. Nothing of yours was written: look at both and"
    " choose.",
)
# The words of console.incident_rules.IncidentRule and StepRule, and of console.categories.
RULES = {
    "category_seconds": QT_TRANSLATE_NOOP(
        "case-sentences", "Type whole seconds, 0 to 3600, and not 0 on both sides."
    ),
    "category_days": QT_TRANSLATE_NOOP(
        "case-sentences", "Type whole days, 1 to 36500, or nothing: until somebody releases it."
    ),
    "plan_format": QT_TRANSLATE_NOOP(
        "case-sentences", "This is no picture that can be read. Choose a PNG or JPEG file."
    ),
    "plan_bytes": QT_TRANSLATE_NOOP(
        "case-sentences", "This file is larger than 16 MB. Make the picture smaller first."
    ),
    "plan_side": QT_TRANSLATE_NOOP(
        "case-sentences", "This picture has more than 40 million pixels. Make it smaller first."
    ),
    "phrase_code": QT_TRANSLATE_NOOP(
        "case-sentences", "A code has letters, digits and single blanks, such as: vt hd."
    ),
    "phrase_taken": QT_TRANSLATE_NOOP(
        "case-sentences", "There is one already: another code, or change that one with F2."
    ),
    "phrase_many": QT_TRANSLATE_NOOP(
        "case-sentences", "There are 2000 phrases, as many as there may be. Remove some first."
    ),
    "category_depth": QT_TRANSLATE_NOOP(
        "case-sentences", "Categories have two levels: choose one that stands below no other."
    ),
    "category_last": QT_TRANSLATE_NOOP(
        "case-sentences", "This is the last category that is left for new incidents. Keep it."
    ),
    "category_retired": QT_TRANSLATE_NOOP(
        "case-sentences", "This category is not used any more. Choose another one."
    ),
    "ends_before_it_begins": QT_TRANSLATE_NOOP(
        "case-sentences", "It cannot end before it begins. Correct one of the two times."
    ),
    "incident_time": QT_TRANSLATE_NOOP(
        "case-sentences",
        "This is no time that has been. Type such as: 22h15, yesterday 22h, 23/11 22h05.",
    ),
    "bookmark_undone": QT_TRANSLATE_NOOP(
        "case-sentences", "One of these bookmarks was taken back. Choose others."
    ),
    "bookmark_taken": QT_TRANSLATE_NOOP(
        "case-sentences", "One of these bookmarks belongs to another incident. Take it out there."
    ),
    "linked_to_itself": QT_TRANSLATE_NOOP(
        "case-sentences", "An incident cannot be linked to itself. Choose another one."
    ),
    "outcome_sums": QT_TRANSLATE_NOOP(
        "case-sentences",
        "Persons are counted for drugs alone; item and unit belong to what was seized.",
    ),
    "outcome_later": QT_TRANSLATE_NOOP(
        "case-sentences", "This day has not come yet. Type the day on which it happened."
    ),
    # What ui.cases cannot read.
    "case_moment": QT_TRANSLATE_NOOP(
        "case-sentences", "This time is not clear, or not yet over. Type such as: yesterday 22h05."
    ),
    "case_day": QT_TRANSLATE_NOOP("case-sentences", "Type a day, such as 22/11 or today."),
    "case_count": QT_TRANSLATE_NOOP("case-sentences", "Type a whole number, 1 or more."),
    "case_persons": QT_TRANSLATE_NOOP("case-sentences", "Type a whole number, 0 or more."),
    "step_state": QT_TRANSLATE_NOOP(
        "case-sentences", "The incident has gone on meanwhile. Look at its state and try again."
    ),
    "step_fixed": QT_TRANSLATE_NOOP(
        "case-sentences", "What is approved or closed is not changed. Have it reopened first."
    ),
    "step_own_work": QT_TRANSLATE_NOOP(
        "case-sentences", "Nobody approves his own work. Another chief must approve this one."
    ),
    "step_no_approver": QT_TRANSLATE_NOOP(
        "case-sentences",
        "Nobody who is named in this incident could approve it. Name a chief among its readers.",
    ),
    "step_not_closed": QT_TRANSLATE_NOOP(
        "case-sentences", "Its footage is released when the incident is closed. Close it first."
    ),
    "step_asked_for": QT_TRANSLATE_NOOP(
        "case-sentences",
        "A written request still needs this footage. Release it once that request was carried out,"
        " refused or withdrawn.",
    ),
}

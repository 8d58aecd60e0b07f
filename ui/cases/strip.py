"""The pages of cases, from the left, and what one must be allowed to be shown them."""

from __future__ import annotations

from console.rights import Action

PARTS = {
    "inbox": Action.APPROVE_INCIDENT,
    "morning": Action.SEE_INCIDENTS,
    "cases": Action.SEE_INCIDENTS,
    "find": Action.SEE_INCIDENTS,
}

"""The pages of evidence, from the left, and what one must be allowed to be shown them."""

from __future__ import annotations

from console.rights import Action

PARTS = {"evidence": Action.EXPORT, "packages": Action.EXPORT}

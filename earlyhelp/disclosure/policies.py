"""Audiences as declared policy: who may see what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Policy:
    """What one audience may see.

    audience    its name on the command line
    meaning     who they are, in one sentence
    notice      the sentence that heads every page made under this policy
    """

    audience: str
    meaning: str
    notice: str


INTERNAL: Final = Policy(
    audience="internal",
    meaning="Staff of the service, under its own duty of confidence. Nothing is hidden.",
    notice="Internal: not protected for publication",
)

POLICIES: Final = {policy.audience: policy for policy in (INTERNAL,)}

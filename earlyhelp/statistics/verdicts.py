"""The five verdicts, and what two figures show before anybody decides how much chance to allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from earlyhelp.statistics.many_at_once import holm

ONE_IN_TWENTY: Final = 0.05


class Verdict(StrEnum):
    """What may be said of a change.

    NOT_COMPARABLE  the two figures do not count the same: another unit, definition or window, or records that begin
                    between them
    """

    UP = "up"
    DOWN = "down"
    NO_CLEAR_CHANGE = "no_clear_change"
    TOO_FEW = "too_few"
    NOT_COMPARABLE = "not_comparable"


JUDGED: Final = (Verdict.UP, Verdict.DOWN, Verdict.NO_CLEAR_CHANGE)


@dataclass(frozen=True, slots=True)
class Finding:
    """What two figures, or several side by side, show.

    side    UP or DOWN as the figures differ, NO_CLEAR_CHANGE where they are equal, or why nothing can be said
    chance  how often figures that are alike but for chance would lie as far apart, 0 to 1
    """

    side: Verdict
    chance: float = 1.0

    @property
    def is_judged(self) -> bool:
        """Whether there was something to judge, so that it counts among the comparisons of a family."""
        return self.side in JUDGED

    def verdict(self, allowed: float = ONE_IN_TWENTY) -> Verdict:
        """Return the verdict where chance may mislead so often, as if it were the only one."""
        is_told = not self.is_judged or self.chance < allowed
        return self.side if is_told else Verdict.NO_CLEAR_CHANGE


TOO_FEW: Final = Finding(Verdict.TOO_FEW)
NOT_COMPARABLE: Final = Finding(Verdict.NOT_COMPARABLE)


def judge_together(findings: Sequence[Finding], allowed: float = ONE_IN_TWENTY) -> list[Verdict]:
    """Return the verdicts of findings that are told together, in their order.

    Where nothing has changed at all, chance takes one or more of them for a change no more often than allowed; where
    something has changed, none of the others. What was not judged counts for nothing.

    allowed     how often chance may mislead anywhere among them
    Source      Holm 1979; docs/rules/changes.md
    """
    judged = [finding for finding in findings if finding.is_judged]
    corrected = iter(holm([finding.chance for finding in judged]))
    return [
        Finding(finding.side, next(corrected)).verdict(allowed) if finding.is_judged else finding.side
        for finding in findings
    ]

"""What a cell without a number says, in one word for a table and one sentence for a note."""

from __future__ import annotations

from typing import Final

from earlyhelp.measures.figures import Status

LABELS: Final = {
    Status.SUPPRESSED: "hidden",
    Status.NOT_COLLECTED: "not collected",
    Status.NOT_YET_AVAILABLE: "not yet available",
    Status.NOT_APPLICABLE: "not applicable",
}

MEANINGS: Final = {
    Status.ZERO: "0 is a true zero: it was counted and there was none.",
    Status.SUPPRESSED: "Hidden: withheld so that nobody can be recognised. It is not zero.",
    Status.NOT_COLLECTED: "Not collected: the records needed were not supplied. It is not zero.",
    Status.NOT_YET_AVAILABLE: "Not yet available: the records do not reach far enough yet.",
    Status.NOT_APPLICABLE: "Not applicable: there is nothing to take a share of.",
}

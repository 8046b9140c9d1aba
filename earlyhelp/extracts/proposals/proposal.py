"""What is proposed for files nobody has mapped: a mapping, what each column was taken for, and what has to be asked."""

from __future__ import annotations

from dataclasses import dataclass

from earlyhelp.extracts.mapping.declare import Mapping
from earlyhelp.extracts.mapping.write import Remarks, write_mapping
from earlyhelp.extracts.proposals.drafts import Certainty


@dataclass(frozen=True, slots=True)
class Claim:
    """What a column of a sheet was taken for.

    targets     columns of the dataset with their tables, the telling one first; none where it is not needed
    why         in a few words
    """

    file: str
    sheet: str
    column: str
    targets: tuple[tuple[str, str], ...]
    certainty: Certainty
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A first mapping.

    claims      one for each column of each sheet
    questions   sentences for a person to answer; they stand in the mapping as comments too
    unused      sheets in which no table was found, with the reason
    open_tables tables that lack something and are written as comments
    """

    mapping: Mapping
    remarks: Remarks
    claims: tuple[Claim, ...]
    questions: tuple[str, ...]
    unused: tuple[str, ...]
    open_tables: tuple[str, ...]

    @property
    def text(self) -> str:
        """The mapping as TOML, with its remarks."""
        return write_mapping(self.mapping, self.remarks)

"""Whose publication it is, as it looks on every page: name, logo, colours and whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from earlyhelp.report.charts.palette import GOVERNMENT, Palette

# The blue of the government palette: white words on it have a contrast of more than ten to one.
DEFAULT_COLOUR: Final = "#12436D"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that heads the publication.

    address     a data: address with the whole picture, so that a file asks nothing of the network
    words       what it says, for those who do not see it
    """

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask: a role or a team, never a person, and how to reach it.

    email, telephone    one of them at least; empty where there is none
    """

    role: str
    email: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Brand:
    """The looks of a council's publications.

    council     its name as it stands on the cover; empty: the county's name alone
    colour      of headings and the cover, six hexadecimal digits after #
    palette     colours of the charts
    """

    council: str = ""
    logo: Logo | None = None
    colour: str = DEFAULT_COLOUR
    palette: Palette = GOVERNMENT
    contacts: tuple[Contact, ...] = ()


PLAIN: Final = Brand()

"""Default aliases: eight districts, none claimed twice."""

from earlyhelp.vocabulary.district_aliases import default_aliases


def test_the_eight_districts_have_aliases() -> None:
    assert list(default_aliases()) == [f"E07000{number}" for number in range(192, 200)]
    assert "Newcastle" in default_aliases()["E07000195"].split(";")
    assert "South Staffs" in default_aliases()["E07000196"].split(";")
    assert "Moorlands" in default_aliases()["E07000198"].split(";")


def test_no_alias_means_two_districts() -> None:
    every = [alias.casefold() for aliases in default_aliases().values() for alias in aliases.split(";")]
    assert len(every) == len(set(every))

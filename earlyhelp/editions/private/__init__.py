"""The half of an edition that the authority keeps: what its figures were made of, without anybody's name.

Comes in: an opened dataset, its calculated figures and the council's key. Goes out: a folder for the authority alone.
Source: docs/decisions/0013-two-halves-of-an-edition.md, docs/rules/editions.md
"""

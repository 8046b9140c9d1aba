"""An earlier edition of the same period laid beside this one: which figures differ, and what is behind it.

Comes in: the folder of the earlier edition, this edition's figures and dataset. Goes out: what was restated.
Source: docs/decisions/0013-two-halves-of-an-edition.md, docs/rules/editions.md
"""

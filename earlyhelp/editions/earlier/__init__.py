"""An earlier edition laid beside this one: which figures differ, and in which steps each of them moved.

Comes in: the folder of the earlier edition, this edition's figures and dataset. Goes out: what was restated.
Source: docs/decisions/0013-two-halves-of-an-edition.md, docs/decisions/0023-restatements.md, docs/rules/restatements.md
"""

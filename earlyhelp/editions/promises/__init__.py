"""What people promised to do, followed from card to card: their file, the record of each edition, the outcome.

Comes in: a file of actions, the edition before, this edition's released figures. Goes out: what the pages say of
promises, and promises.json for the edition after.
Source: docs/decisions/0022-promises.md, docs/rules/promises.md
"""

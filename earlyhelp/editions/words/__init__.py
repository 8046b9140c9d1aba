"""A council's folder of words: its files, what became of them in an edition, drafts, and what was read when.

Comes in: the folder, the places and the released figures of an edition. Goes out: words for its pages, and a report.
"""

"""The invented county as a council's own files: the same facts as its systems and spreadsheets would give them out.

Comes in: the tables of an invented county. Goes out: a folder for each kind of system, each read by a shipped mapping.
"""

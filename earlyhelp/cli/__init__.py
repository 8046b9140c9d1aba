"""The command line: one module per command, each a plain function that calls one room.

Comes in: what was typed. Commands of other packages join through the entry-point group `earlyhelp.commands`.
"""

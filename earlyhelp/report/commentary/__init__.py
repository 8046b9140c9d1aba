"""Words that people write about a publication: read, held to the figures, and made into sentences over released cells.

Comes in: the text of a file, names that may stand in it, and a way to ask for released cells. Nothing behind them.
"""

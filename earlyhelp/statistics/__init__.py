"""Numbers in, numbers out: intervals, changes, many comparisons at once, limits of charts, how long spells last.

Comes in: counts, shares and days. Nothing here knows a measure, a place or a child. scipy and statsmodels are imported
inside the functions that need them: loading them takes longer than drawing a card, and no page needs them.
"""

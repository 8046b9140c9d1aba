"""Numbers in, numbers out: intervals to begin with.

Comes in: counts. Nothing here knows a measure, a place or a child.
"""

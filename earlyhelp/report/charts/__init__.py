"""Charts as data, and the small SVG drawings made of them.

Comes in: chart declarations bound to released cells. Goes out: SVG text that needs no style sheet to be understood.
"""

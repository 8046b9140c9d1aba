"""The only gate between calculated figures and anything a reader sees.

Comes in: calculated figures and the name of an audience. Goes out: released cells, with every change listed.
"""

"""Reads published files as anyone could: figures, pages with all their words, properties of files.

Comes in: a folder. Goes out: what it prints of each cell, which cells it hides, and what was printed where it must not.
"""

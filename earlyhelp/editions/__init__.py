"""Editions: one run from a dataset to the files that people read, with the manifest that says what it was made of.

Comes in: the path of a dataset, a period, a place and an audience. Goes out: files in one folder.
"""

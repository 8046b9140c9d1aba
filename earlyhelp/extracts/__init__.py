"""Turns a council's own files into the dataset: reads them, applies a mapping, and accounts for every row.

Comes in: any table a council can save, and a mapping that says what its columns mean.
"""

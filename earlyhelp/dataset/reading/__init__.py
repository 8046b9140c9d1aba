"""Finds the tables of a dataset in a folder or a workbook and makes them ready for DuckDB.

Comes in: files as councils save them, in any of their encodings. Nothing is judged here but whether it can be read.
"""

"""Judges rows by the declared tables: which are used, which are refused, and what is said to the person at the source.

Comes in: supplied tables from `reading`, as text. Every rule is declared once, in `validation/rules.py`.
"""

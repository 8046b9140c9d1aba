"""Faults planted in an invented county, each at a known row, so that validation can be checked against the list.

Comes in: the rows of a clean county and its last day.
"""

"""Rules of the work, in one place: dates as functions, states as named SQL predicates.

Comes in: plain dates and code lists; screens and measures both read from here.
"""

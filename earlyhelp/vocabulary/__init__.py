"""Code lists, bank holidays and names of districts, kept as CSV, with their readers.

Comes in: nothing; the lists travel with the package. Nothing here knows a table, a rule or a measure.
"""

"""Every figure: declared as data, compiled to SQL, calculated for all places at once.

Comes in: a DuckDB connection that holds the dataset's tables, and a period. Nothing here knows a page or an audience.
"""

"""The narrow waist: tables declared once, checked, read and written.

Comes in: a folder of CSV or Parquet, or one workbook. Goes out: a DuckDB connection with the rows that may be used.
"""

"""One file per documented table, each with one declaration, TABLE."""

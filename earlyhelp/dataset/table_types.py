"""The DuckDB types of a table."""

from __future__ import annotations

from earlyhelp.dataset.declare import Table


def struct_types(table: Table) -> dict[str, str]:
    """DuckDB type of each column by name, in the order of the table."""
    return {column.name: column.duckdb_type for column in table.columns}


def create_table_sql(table: Table, name: str | None = None) -> str:
    """Return the CREATE TABLE statement, under another name if one is given.

    Required columns are NOT NULL. Keys and references are left to validation, which lists faults instead of stopping.
    """
    columns = ",\n".join(
        f"    {quoted(column.name)} {column.duckdb_type}{' NOT NULL' if column.required else ''}"
        for column in table.columns
    )
    return f"CREATE TABLE {quoted(name or table.name)} (\n{columns}\n)"


def quoted(identifier: str) -> str:
    """Return a name as SQL takes it whatever it is: some columns (`on`, `with`) are words of SQL."""
    return '"' + identifier.replace('"', '""') + '"'

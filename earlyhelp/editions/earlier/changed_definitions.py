"""Which measures are counted in another way than an earlier edition counted them: their SQL or a code list differs."""

from __future__ import annotations

import re

import duckdb

from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted
from earlyhelp.editions.private.half import KeptHalf
from earlyhelp.editions.private.sql_as_run import hash_definitions
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.code_tables import CODE_TABLES
from earlyhelp.measures.explain import statements
from earlyhelp.measures.scope import Scope


def other_definitions(kept: KeptHalf, then: Scope) -> frozenset[str]:
    """Return the measures whose SQL is not what the earlier edition kept.

    then    scope of the earlier edition, whose days stand in its SQL
    """
    today = hash_definitions(then)
    return frozenset(name for name, definition in today.items() if kept.definitions.get(name) != definition)


def by_other_lists(connection: duckdb.DuckDBPyConnection, kept: KeptHalf, then: Scope) -> frozenset[str]:
    """Return the measures that read a code list or a calendar whose content has changed.

    connection  the earlier edition's rows, with today's lists as the calculation made them
    """
    changed = frozenset(name for name in CODE_TABLES if _differs(connection, name, kept))
    if not changed:
        return changed
    return frozenset(name for name in CATALOGUE if changed & _words(name, then))


def _words(measure: str, scope: Scope) -> frozenset[str]:
    text = " ".join(statement.sql for statement in statements(CATALOGUE[measure], scope))
    return frozenset(re.findall(r"[a-z_]+", text))


def _differs(connection: duckdb.DuckDBPyConnection, name: str, kept: KeptHalf) -> bool:
    path = kept.table(name)
    if not path.is_file():
        return False
    now, then = f"SELECT * FROM {quoted(name)}", f"SELECT * FROM read_parquet({literal(str(path))})"
    try:
        return bool(connection.execute(f"({now} EXCEPT {then}) UNION ALL ({then} EXCEPT {now})").fetchall())
    except duckdb.BinderException:  # other columns than today's
        return True

"""Proposes a mapping for files it has not seen, says how sure it is of each line and why, and asks about the rest."""

"""How work proceeds and ends."""

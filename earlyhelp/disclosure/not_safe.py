"""The refusal of a publication that cannot be protected."""


class NotSafeError(ValueError):
    """No choice of cells protects these figures. The message says which tables, and holds no number of a person."""

"""The children and families with open work."""

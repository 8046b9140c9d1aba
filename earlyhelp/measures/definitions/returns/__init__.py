"""Who comes back, and who goes on to social care."""

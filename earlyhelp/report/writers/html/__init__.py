"""A publication as one HTML file that needs nothing else: templates, style sheet and the writer that joins them."""

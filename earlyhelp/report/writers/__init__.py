"""One writer per form in which a publication or its figures leave: HTML, CSV. Writers do not know one another."""

"""The report card for schools: one file per page, each a declaration, and the order in which they stand.

Comes in: a release and its subject. The pages follow the card that schools and the county drew up in 2016.
"""

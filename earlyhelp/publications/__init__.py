"""Publications as declarations: which measures stand on which page, in which chart, in which words.

Comes in: a release and the names of the place it is about. Goes out: a document of the report room.
"""

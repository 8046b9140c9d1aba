"""The document model of a publication, its charts and its writers.

Comes in: released cells and the words around them. Figures that have not passed the disclosure gate are refused.
"""

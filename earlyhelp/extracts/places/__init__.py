"""Finds the district or the school a text means: names, aliases and numbers come in, codes or doubts go out.

Only a number decides which school is meant. A name proposes one, and a person confirms it.
"""

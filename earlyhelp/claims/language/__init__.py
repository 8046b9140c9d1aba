"""The number language of English: what sentences, numbers, shares, dates and lists a text holds.

Comes in: lines. Goes out: sentences with their numbers, and the base each share stands on. Nothing is judged here.
"""

"""The 18 rules, one file each: a function from the text to what it finds.

Comes in: sentences with their numbers, already found. A rule knows number words, nouns in general and words of
comparison, and no word of a subject, so that it reads a report on one subject as well as one on another.
"""

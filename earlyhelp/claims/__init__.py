"""Someone who reads a report with a calculator in hand and marks the numbers that cannot be right.

Comes in: Markdown, text, Word and PDF files, read together. Goes out: every claim that disagrees with its own words or
with another sentence, with the rule, the reason and what would agree. Imports no other room: it must not know what our
own pages are used to saying.
"""

"""Protection by hand: a figures.csv protected, a hidden cell explained, folders attacked, without making an edition.

Comes in: files as this program writes them. Goes out: protected files, and sentences that hold no hidden number.
"""

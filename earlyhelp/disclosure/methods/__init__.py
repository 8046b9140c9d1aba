"""Which cells to hide, as linear programmes: numbers, equations and needs in, a pattern out.

Comes in: arrays that know nothing of measures or places. Goes out: which quantities are hidden, and what was proven.
"""

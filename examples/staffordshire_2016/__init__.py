"""Invented records from which the product computes the case-based figures of a county's report card of 2016.

Comes in: the targets in plan.py and a seed. No real person or school is in it; the eight districts are Staffordshire's.
"""

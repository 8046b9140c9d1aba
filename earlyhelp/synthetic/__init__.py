"""A seeded, wholly invented county that fills every table of the dataset.

Comes in: a number of requests, a seed and a last day. No real person, school or file is read.
"""

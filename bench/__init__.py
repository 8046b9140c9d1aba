"""The benchmarks: our times beside those of hand-written SQL, of one scan of the columns, and of pandas.

Comes in: the product as it is installed, and data it invents itself, kept in build/bench.
"""

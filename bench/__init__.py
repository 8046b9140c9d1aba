"""The benchmarks: our times beside those of hand-written SQL, of one scan of the columns, of pandas and of Altair.

Comes in: the product as it is installed, and data it invents itself, kept in build/bench.
"""

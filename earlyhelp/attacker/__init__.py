"""Someone who reads a publication and works out what it hides.

Comes in: folders as they are handed over, and what anyone knows of schools. Goes out: every hidden number that they pin
down. Imports no other room: what adds up to what is said here once more, so that a mistake is not made twice.
"""

"""Requests: how many, from whom, how soon answered."""

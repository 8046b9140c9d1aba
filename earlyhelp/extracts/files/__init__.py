"""Reads files as they are sent into sheets of text. Knows no mapping and no table of the dataset."""

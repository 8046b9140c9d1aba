"""Turns one text into one value of the dataset, or says why not. Text comes in, text in the dataset's form goes out."""

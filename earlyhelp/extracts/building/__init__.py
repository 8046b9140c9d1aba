"""Makes the rows of the dataset from sheets and a mapping, and keeps the account of every row."""

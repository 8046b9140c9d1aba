"""The rows that measures count, one SELECT a file. Comes in: the dataset's tables and the code tables."""

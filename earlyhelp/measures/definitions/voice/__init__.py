"""What families and schools say."""

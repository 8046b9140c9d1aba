"""What a mapping says, read from TOML and checked against the declaration of the dataset."""

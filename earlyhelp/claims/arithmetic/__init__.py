"""What numbers can and cannot be: rounding, mixes of parts, chance. Comes in: numbers alone, never words."""

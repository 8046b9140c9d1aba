"""The pages of a school's own card: its figures, with its district's and the county's beside them."""

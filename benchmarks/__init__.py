"""How fast the reader reads, against the bare parser in the same process."""

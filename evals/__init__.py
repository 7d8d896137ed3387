"""How well the reader reads: gold reports of our own writing, a scorer, and floors that may only rise."""

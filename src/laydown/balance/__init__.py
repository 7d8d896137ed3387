"""Balances: what the books allow, as bounds with the claims that prove them, and what cannot all be true."""

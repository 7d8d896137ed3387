"""The ledger: reports, claims, links and rulings, appended and never changed, under three times."""

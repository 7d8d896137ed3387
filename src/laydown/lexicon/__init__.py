"""The vocabulary as sourced data: forces, echelons, places, verbs, speakers, hedges, each a readable table."""

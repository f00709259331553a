"""Pairs and layers -> Markdown pages: small pure functions, nothing is written here."""

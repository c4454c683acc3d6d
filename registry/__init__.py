"""Remembering, and telling: claims, findings and decisions in SQLite, and the reports made of them."""

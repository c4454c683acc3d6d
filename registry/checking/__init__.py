"""Checking drafts: what they say against each other, the other articles, the fact sheet and the editors' decisions."""

"""Benchmarks of our own and adapters to those of others; the figures stand in docs/accuracy.md."""

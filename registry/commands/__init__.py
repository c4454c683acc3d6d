"""The commands, one a file: each parses its options, calls one function and prints.

``cli.py`` puts them together. Modules here are imported at every start, so what a command needs beyond words for its
options is imported inside the command.
"""

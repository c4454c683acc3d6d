"""A registry as one page to read or print, for people who will never open a terminal."""

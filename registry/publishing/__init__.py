"""A registry for readers: a copy without what editors said among themselves, in a folder that Datasette serves."""

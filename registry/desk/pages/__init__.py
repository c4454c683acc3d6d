"""The pages of the desk, one a module: each asks the registry and makes values of the rows for its template."""

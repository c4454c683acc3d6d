"""Tables that ship with the package and are made from the data of others."""

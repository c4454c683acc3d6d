"""Reading, without understanding: bytes become documents whose every character knows its place."""

"""Names that may stand for one subject: proposals with evidence, drawn from the registered text and never applied."""

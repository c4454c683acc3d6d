"""Understanding, without remembering: documents become claims, claims become verdicts."""

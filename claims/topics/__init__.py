"""What a value is said of: words, phrases, subject, attribute, scope and date, read from the text around it."""

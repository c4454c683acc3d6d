"""Facts that an editor keeps watch over: a fact sheet whose entries take part in comparisons as claims."""

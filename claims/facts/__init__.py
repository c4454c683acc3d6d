"""What a text states of a thing without a number: founders, seats, licences, offices, names, and who said what."""

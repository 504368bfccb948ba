"""Icons, sounds, words, help and fonts that the program ships."""

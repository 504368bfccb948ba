"""What the whole city shows: the coverage board, what is odd, one person's path."""

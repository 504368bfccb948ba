"""The pages of a command post by which sticks come in and answers go out."""

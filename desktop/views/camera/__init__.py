"""The camera beside a page: cards read by it, and photos of holders taken with it."""

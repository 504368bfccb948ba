"""The words and widgets that every page is made of."""

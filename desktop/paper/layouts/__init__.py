"""The forms in which cards are printed: one module a form, each with what is common and what is one person's."""

"""The books: one module a noun, each with its body types, rules, view and queries."""

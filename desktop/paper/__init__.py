"""Everything that ends on paper: cards, books, reports. No widgets."""

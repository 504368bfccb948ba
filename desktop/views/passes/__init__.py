"""The page of passes: the three books, the form for a pass, lists handed in, and cards to be printed."""

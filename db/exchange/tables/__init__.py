"""Tables that people hand in: workbooks and delimited text, read safely whoever made them."""

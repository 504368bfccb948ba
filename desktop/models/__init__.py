"""Item models: ids, rows loaded when shown, sort roles."""

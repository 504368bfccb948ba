"""The page of the export: the day on a drive."""

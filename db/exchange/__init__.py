"""What travels: bundles, the day's folder, lists handed in by units."""

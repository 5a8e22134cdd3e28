"""The page `sumber`."""

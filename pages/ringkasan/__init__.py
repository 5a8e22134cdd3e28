"""The page `ringkasan`."""

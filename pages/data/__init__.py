"""The page `data`: how other programs fetch what the pages show."""

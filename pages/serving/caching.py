"""How long a browser may keep what has a digest in its address."""

FOREVER = "public, max-age=31536000, immutable"

"""Upload: a region's file in five steps, from the file to what was saved."""

"""The sections of a briefing, one module each: `section(asked)` gives the finding, its picture, tables and sources."""

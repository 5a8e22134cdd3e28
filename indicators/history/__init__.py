"""Which figures two snapshots give differently, and why."""

"""What every reader of strangers' files shares: a process of its own with limits, faults as codes, zips looked at
before they are unpacked. A room of readers adds its own limits, its `parse` and the words for its faults."""

"""Official boundaries: which the map uses, bringing others in, taking them away."""

"""The demonstration: two invented partnerships, built through the same operations people use."""

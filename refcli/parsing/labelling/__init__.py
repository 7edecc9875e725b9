"""Entry -> tokens -> features -> labels -> segments: what the sequence model sees, and what it makes of it."""

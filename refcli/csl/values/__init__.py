"""Pure functions on single values: casing, numbers, pages, initials, particles, marked-up text. No style, no state."""

"""Tables of facts that several rooms share (outlets, months, particles, verbs ...), and the one loader of packaged data."""

"""Words of a segment -> a value of the model. One kind of field a module; what cannot be read stays words."""

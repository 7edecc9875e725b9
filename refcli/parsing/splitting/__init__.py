"""Text -> the entries of its reference list, with all that is between them accounted for."""

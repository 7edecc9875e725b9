"""Module."""
def run()->None:
    """Parse."""
    print(1)

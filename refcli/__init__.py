"""refcli: reads, formats and checks the references that policy writers keep."""

__version__ = "0.1.0"

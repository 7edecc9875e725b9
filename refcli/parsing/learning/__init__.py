"""Corrections of readings -> a small model of the user's own, stacked over the shipped one."""

from refcli.parsing.learning.corrections import Correction, correction
from refcli.parsing.learning.teach import LEAST, Score, Taught, teach

__all__ = ["LEAST", "Correction", "Score", "Taught", "correction", "teach"]

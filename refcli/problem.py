"""Trouble that the user can mend -> one sentence: raised by the doors (files, styles, settings), shown by the shell."""


class Problem(Exception):  # noqa: N818 - a sentence for the user, not an error of ours
    """One clear sentence with the place and what to do next."""

"""argv -> rooms -> exit code: the only room that prints, asks or knows a terminal. One command a module."""

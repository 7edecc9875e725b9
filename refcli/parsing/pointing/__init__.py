"""Entries that point to another entry ("Ibid.", "supra note 12", "———") -> the entry that they mean."""

"""The room's screen: what it is given, and how it is painted."""

"""Gehoord: the bot that decides and remembers. See docs/architectuur.md for what belongs where."""

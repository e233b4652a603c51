"""Tests of the program as it runs: real processes, the web chat as the Bot API, people as phones."""

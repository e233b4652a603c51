"""The rules of the process, PURE: no I/O, no clock, no random, no chat network and no database."""

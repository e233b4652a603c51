"""The chat in the browser: a page that works without script, and with it needs no reloading."""

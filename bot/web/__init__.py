"""What answers HTTP: the webhook, health, and how a server runs within our own loop."""

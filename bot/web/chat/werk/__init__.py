"""The wide pages of the team, beside the chat: which there are, who sees them, and the taps that are made in them."""

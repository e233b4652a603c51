"""A chat network: updates in (intake, polling), messages out (sender, outbox). Today Telegram's Bot API."""

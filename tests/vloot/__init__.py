"""Several processes of the bot on one PostgreSQL database: for the kill test of them, and for the bench."""

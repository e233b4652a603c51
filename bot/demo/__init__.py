"""The demo: a made-up neighbourhood, the bot and its phone page in one process, on 127.0.0.1 only."""

"""A Bot API server with a phone page in the browser: the demo's default channel and the tests' double.

Speaks the Bot API from its documentation alone: it imports no Telegram library, and nothing of the rest of the bot.
"""

from bot.webchat.demo import Demo, Persoon
from bot.webchat.tempo import Tempo
from bot.webchat.webchat import Webchat

__all__ = ["Demo", "Persoon", "Tempo", "Webchat"]

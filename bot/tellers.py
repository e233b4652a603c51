"""What the parts of the program count and time while it runs, for who watches it. `bot.web.meting` serves it.

Nothing of people: no wijk, no chat, no text is a label. Each process has its own figures.
"""

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector

REGISTRY = CollectorRegistry()
SECONDEN = (0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)

ProcessCollector(namespace="gehoord", registry=REGISTRY)
BEHANDELD = Histogram(
    "gehoord_handling_seconds",
    "Time from taking up an update until its effect and its answer are durable, or it failed.",
    ["result"],
    registry=REGISTRY,
    buckets=SECONDEN,
)
VERZONDEN = Counter(
    "gehoord_sends",
    "Messages by how they ended: sent, failed, uncertain, or later when they go back into the outbox.",
    ["lane", "result"],
    registry=REGISTRY,
)
GEWEIGERD = Counter("gehoord_refused", "How often a chat network found us too fast (429).", registry=REGISTRY)
GELEZEN = Histogram(
    "gehoord_read_seconds", "Time that a read of the database took, waiting too.", registry=REGISTRY, buckets=SECONDEN
)
GESCHREVEN = Histogram(
    "gehoord_write_seconds", "Time until a write is durable, waiting too.", registry=REGISTRY, buckets=SECONDEN
)
MIS = Counter(
    "gehoord_background_failures",
    "How often something went wrong beside the conversations: a row, an alarm, a round, the tick, clearing away.",
    ["part"],
    registry=REGISTRY,
)
for _deel in ("row", "alarm", "round", "tick", "clearing"):
    MIS.labels(_deel)  # there from the start: what appears at its first failure has not risen yet

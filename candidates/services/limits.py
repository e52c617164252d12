"""How often: a token bucket in PostgreSQL, so that limits hold while Redis is away."""

import ipaddress

from django.db import connection
from django.utils.crypto import salted_hmac

_TAKE = """
INSERT INTO candidates_ratebucket AS b (key, tokens, at)
VALUES (%(key)s, %(capacity)s - 1, clock_timestamp())
ON CONFLICT (key) DO UPDATE SET
  tokens = least(%(capacity)s, b.tokens + %(rate)s *
    greatest(extract(epoch FROM clock_timestamp() - b.at), 0)) - 1,
  at = clock_timestamp()
WHERE least(%(capacity)s, b.tokens + %(rate)s *
    greatest(extract(epoch FROM clock_timestamp() - b.at), 0)) >= 1
RETURNING tokens
"""


def allow(purpose: str, key: str, *, capacity: int, per_seconds: int) -> bool:
    """Take one token; say whether there was one.

    A bucket holds `capacity` tokens and an empty one is full again after
    `per_seconds`. The key is stored as a keyed hash: no address stays behind.
    """
    digest = salted_hmac("candidates.limits", f"{purpose}|{key}", algorithm="sha256")
    with connection.cursor() as cursor:
        cursor.execute(
            _TAKE,
            {
                "key": digest.hexdigest(),
                "capacity": float(capacity),
                "rate": capacity / per_seconds,
            },
        )
        return cursor.fetchone() is not None


def prefix_of(address: str) -> str:
    """Return what one household shares: an IPv4 address, an IPv6 network of /64."""
    try:
        parsed = ipaddress.ip_address(address.strip())
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((int(parsed), 64), strict=False))
    return str(parsed)


def client_of(forwarded_for: str, remote: str, *, trusted: int) -> str:
    """Return the address prefix of the sender, believing `trusted` proxies only.

    Each trusted proxy appends the address it saw to X-Forwarded-For; what stands
    further left was written by the sender and is worth nothing.
    """
    hops = [hop for hop in forwarded_for.split(",") if hop.strip()]
    if trusted and len(hops) >= trusted:
        return prefix_of(hops[-trusted])
    return prefix_of(remote)

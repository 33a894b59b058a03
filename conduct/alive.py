"""What a container's health check asks: does this part of Conduct live? Standard library only.

python -m conduct.alive web|worker|beat     status 0 if /healthz at CONDUCT_WEB says so
"""

import json
import os
import sys
import urllib.error
import urllib.request


def parts(address: str) -> dict[str, str]:
    """What /healthz says, whether all is well (200) or not (503)."""
    question = urllib.request.Request(f"{address}/healthz", headers={"Host": "127.0.0.1"})
    try:
        with urllib.request.urlopen(question, timeout=8) as answer:
            return dict(json.load(answer))
    except urllib.error.HTTPError as answer:
        return dict(json.load(answer))
    except OSError:
        return {}


def main(part: str) -> int:
    """The web lives if it answers at all and reaches the database."""
    told = parts(os.environ.get("CONDUCT_WEB", "http://127.0.0.1:8000"))
    return int(told.get({"web": "database"}.get(part, part)) != "ok")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

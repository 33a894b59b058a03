"""The description of the API: what every endpoint may refuse stands in it too, written in one place."""

from collections.abc import Iterator
from typing import Any

from conduct.web.problems import MEDIA_TYPE, OF

ANYWHERE = frozenset({404, 406})
WITH_TOKEN = frozenset({401, 403})
SENDING = frozenset({400, 409, 413, 415, 422, 429})
ASKING = frozenset({422})
TITLES = {problem.status.value: problem.status.phrase for problem in OF.values()}
PROBLEM = {
    "type": "object",
    "description": "Why a request was refused (RFC 9457). `title` and `detail` are in the reader's language.",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string", "enum": sorted({str(each.told()["type"]) for each in {*OF.values()}})},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "detail"],
                "properties": {"field": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}


def describe_refusals(result: dict[str, Any], **_generator: object) -> dict[str, Any]:
    """Add the refusals to every operation, and take out what only the generator needed."""
    result["components"].setdefault("schemas", {})["Problem"] = PROBLEM
    for path, method, operation in operations(result):
        for status in refusals(path, method, operation):
            operation["responses"].setdefault(str(status), refused(status))
    for name, schema in result["components"]["schemas"].items():
        if name.endswith("InRequest"):
            schema["additionalProperties"] = False
    tidy(result)
    return result


def operations(result: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in result["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def refusals(path: str, method: str, operation: dict[str, Any]) -> list[int]:
    asks = any(parameter["in"] == "query" for parameter in operation.get("parameters", ()))
    sets = (
        (True, ANYWHERE),
        (any(operation.get("security", ())), WITH_TOKEN),
        (method == "post", SENDING),
        (asks, ASKING),
    )
    return sorted(frozenset().union(*(statuses for holds, statuses in sets if holds)))


def refused(status: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": TITLES[status], "content": {MEDIA_TYPE: {"schema": schema}}}


def tidy(part: object) -> None:
    if isinstance(part, dict):
        part.pop("x-spec-enum-id", None)
        for inner in part.values():
            tidy(inner)
    elif isinstance(part, list):
        for inner in part:
            tidy(inner)

"""Reading a JSON body: UTF-8, of bounded size and depth, and nothing that could not be written down again."""

import json
from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

from conduct.web.problems import TooLarge


class JsonBody(BaseParser):
    """`application/json` and nothing else."""

    media_type = "application/json"

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> object:
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        body = stream.read(most + 1)
        if len(body) > most:
            raise TooLarge
        try:
            given = json.loads(body.decode(), parse_constant=refuse)
            json.dumps(given, ensure_ascii=False, allow_nan=False).encode()  # no half characters, no endless numbers
        except (ValueError, RecursionError) as fault:
            raise ParseError from fault
        return given


def refuse(word: str) -> None:
    raise ValueError(word)

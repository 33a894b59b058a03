"""Which tables hang on a record, and how a row of each says on which: what the second wall is built from."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from django.apps import apps
from django.db.models import BinaryField, ForeignKey, Model

from conduct.access.models import Wall
from conduct.records.models import Record

OPEN = "public.wall_is_open({}, current_user)"
WHOSE = """
    CASE WHEN current_user = 'conduct_walls' OR person_id::text = current_setting('app.person', true) THEN true
         ELSE {} END
"""
PUBLISHED = frozenset({"answers_interpretation", "answers_wording"})  # for everybody, with numbers that show no gap
Table = type[Model]
Key: TypeAlias = "ForeignKey[Any, Any]"


def guarded() -> dict[Table, str]:
    """The tables whose rows belong to a record, each with the condition under which a row is shown."""
    found = {model: condition(model) for model in every_table() if model._meta.db_table not in PUBLISHED}
    return {model: shown for model, shown in found.items() if shown}


def every_table() -> Iterator[Table]:
    models = apps.get_models(include_auto_created=True)
    return (model for model in models if model._meta.managed and not model._meta.proxy)


def condition(model: Table) -> str:
    """A row is shown together with its record. Empty: its table hangs on none.

    A person's own walls are shown, or the first wall, which looks them up, would be blind.
    """
    if model is Record:
        return OPEN.format("id")
    key = key_to_record(model)
    if key is None:
        return ""
    shown = WHOSE.format(through(key)) if model is Wall else through(key)
    return f"{key.column} IS NULL OR {shown}" if key.null else shown


def key_to_record(model: Table, seen: frozenset[Table] = frozenset()) -> "Key | None":
    """The first foreign key that is a record's own key; else the first to a row that hangs on a record."""
    keys = [field for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
    direct = [key for key in keys if is_record_key(key)]
    around = seen | {model}
    further = (key for key in keys if key.related_model not in around and key_to_record(key.related_model, around))
    return direct[0] if direct else next(further, None)


def is_record_key(key: Key) -> bool:
    """It leads to a record, or to a matter, whose key is that of its record."""
    beyond = key.related_model._meta.pk
    return key.related_model is Record or (isinstance(beyond, ForeignKey) and beyond.related_model is Record)


def through(key: Key) -> str:
    if is_record_key(key):
        return OPEN.format(key.column)
    up, table = key.related_model._meta, key.model._meta.db_table
    return f"EXISTS (SELECT FROM public.{up.db_table} up WHERE up.{up.pk.column} = {table}.{key.column})"


def unsealed(model: Table) -> str:
    """The columns of a table but for those that hold sealed bytes, as SQL names them."""
    open_fields = [field for field in model._meta.concrete_fields if not isinstance(field, BinaryField)]
    return ", ".join(f'"{field.column}"' for field in open_fields)

"""The rows that a service wrote, once more: the same bytes under new keys, by one INSERT for each table.

What is sealed in them does not open, because seals are bound to their places: not for a store that is read later.
"""

from uuid import UUID, uuid4

from django.db import connection, transaction

from conduct.records.models import new_reference

TABLES = """
    SELECT conrelid::regclass::text, attname FROM pg_constraint
      JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
     WHERE contype = 'f' AND confrelid = 'records_record'::regclass AND attname = 'record_id'
"""
COLUMNS = """
    SELECT attname FROM pg_attribute
     WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
"""
RULINGS = "SELECT nextval(pg_get_serial_sequence('rulings_ruling', 'id')) FROM generate_series(1, %s)"


def rows_of(record):
    """Every row that belongs to a record, by table."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        places = {"records_record": "id", **dict(cursor.fetchall())}
        found = {table: selected(cursor, table, column, record) for table, column in places.items()}
    return {table: rows for table, rows in found.items() if rows}


def quoted(name):
    return connection.ops.quote_name(name)


def selected(cursor, table, column, record):
    cursor.execute(COLUMNS, [table])
    names = [name for (name,) in cursor.fetchall()]
    cursor.execute(f"SELECT {', '.join(map(quoted, names))} FROM {table} WHERE {column} = %s", [record])
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def statements(found):
    """INSERTs of the same rows: new keys for the record and all that lies in it, a new reference, nothing else new."""
    keys = {row["id"]: uuid4() for rows in found.values() for row in rows if isinstance(row.get("id"), UUID)}
    numbers = new_numbers([row["id"] for row in found["rulings_ruling"]])
    return [inserting(table, [anew(table, row, keys, numbers) for row in rows]) for table, rows in found.items()]


def new_numbers(rulings):
    """Deadlines point to rulings, so these get their new numbers beforehand."""
    with connection.cursor() as cursor:
        cursor.execute(RULINGS, [len(rulings)])
        return dict(zip(rulings, (number for (number,) in cursor.fetchall()), strict=True))


def anew(table, row, keys, numbers):
    """One row under its new keys. A serial key that nobody points to is left to its sequence."""
    made = {name: keys.get(value, value) if isinstance(value, UUID) else value for name, value in row.items()}
    if table == "records_record":
        made["reference"] = new_reference()
    if table == "rulings_ruling":
        made["id"] = numbers[row["id"]]
    elif not isinstance(row.get("id"), UUID):
        made.pop("id", None)
    if "computation_id" in row:
        made["computation_id"] = numbers[row["computation_id"]]
    return made


def inserting(table, rows):
    marks = ", ".join(f"({', '.join(['%s'] * len(row))})" for row in rows)
    return f"INSERT INTO {table} ({', '.join(map(quoted, rows[0]))}) VALUES {marks}", [
        value for row in rows for value in row.values()
    ]


def insert(made):
    """All of them, in one transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        for statement, values in made:
            cursor.execute(statement, values)

"""The second wall: row security in PostgreSQL, and the roles to which it applies. Put up after every `migrate`.

It enforces once more what `access.wall` decides; it defines nothing. Which rows it guards stands in `access.rows`.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.db import ProgrammingError, connections, transaction

from conduct.access.acting import APP, DISPOSER, SENDER, SWEEPER
from conduct.access.rows import every_table, guarded, unsealed

KEEPER, WORKER = "conduct_walls", "conduct_worker"
MAKE_ROLE = """
    DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN
            CREATE ROLE {role} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT;
        END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- another database of this server was faster
    END $$;
    DO $$ BEGIN
        IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
            GRANT {role} TO CURRENT_USER;
        END IF;
    EXCEPTION WHEN insufficient_privilege THEN NULL;  -- whoever made the role has granted it, or the next lines say so
    END $$;
    GRANT USAGE ON SCHEMA public TO {role};
"""
ASK_THE_WALL = f"""
    CREATE OR REPLACE FUNCTION public.wall_is_open(matter uuid, asking name) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER COST 10 SET search_path = pg_catalog, pg_temp AS $wall$
    DECLARE
        person text := current_setting('app.person', true);
    BEGIN
        IF length(person) = 36 THEN
            PERFORM FROM public.access_wall wall WHERE wall.record_id = matter AND wall.person_id = person::uuid;
            RETURN NOT FOUND OR matter::text = ANY (string_to_array(current_setting('app.finishing', true), ','));
        END IF;
        RETURN coalesce((person = 'system' AND asking <> '{APP}') OR (person = 'reporter' AND asking = '{APP}'), false);
    END $wall$;
    GRANT SELECT (record_id, person_id) ON public.access_wall TO {KEEPER};
    GRANT CREATE ON SCHEMA public TO {KEEPER};
    ALTER FUNCTION public.wall_is_open(uuid, name) OWNER TO {KEEPER};
    REVOKE CREATE ON SCHEMA public FROM {KEEPER};
"""
GUARD = """
    ALTER TABLE public.{table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE public.{table} FORCE ROW LEVEL SECURITY;
    DROP POLICY IF EXISTS everybody ON public.{table};
    DROP POLICY IF EXISTS second_wall ON public.{table};
    CREATE POLICY everybody ON public.{table} USING (true);
    CREATE POLICY second_wall ON public.{table} AS RESTRICTIVE USING ({shown});
"""
TO_THE_APP = f"""
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {APP}, {SWEEPER}, {DISPOSER};
    REVOKE INSERT, UPDATE, DELETE ON public.django_migrations FROM {APP};
    REVOKE UPDATE, DELETE ON public.audit_auditevent FROM {APP};
"""
TO_THE_SENDER = f"""
    GRANT SELECT, UPDATE (mail_at, tries, mailed_at) ON public.notices_notice TO {SENDER};
    GRANT SELECT (id, email, language, mail_wanted, is_active) ON public.people_person TO {SENDER};
    GRANT SELECT (record_id, person_id) ON public.access_wall TO {SENDER};
"""
NOT_THE_SWEEPERS = frozenset({"admin", "contact", "desks", "django_celery_beat", "web"})
NEVER_CHANGED = frozenset({"audit_auditevent", "vault_sealeditem", "vault_datakey", "vault_receipt"})
TO_THE_DISPOSER = f"""
    GRANT SELECT, UPDATE, DELETE ON public.vault_sealeditem, public.vault_datakey, public.vault_receipt TO {DISPOSER};
    GRANT DELETE ON public.retention_expiry, public.access_recordgrant TO {DISPOSER};
    GRANT INSERT ON public.retention_digest TO {DISPOSER};
    GRANT {DISPOSER} TO {APP};
"""
TO_SEAL_A_REASON = f"GRANT SELECT (wrapped) ON public.vault_datakey TO {SWEEPER};"
TO_LET_SOMEBODY_OUT = f"GRANT DELETE ON public.access_recordgrant TO {SWEEPER};"
HIDE_STATISTICS = r"""
    DO $$ DECLARE name text; BEGIN
        FOR name IN
            SELECT 'TABLE pg_catalog.' || relname FROM pg_class
            WHERE relnamespace = 'pg_catalog'::regnamespace AND relname ~ '^pg_stat(io|_xact)?_(xact_)?(all|user|sys)_'
            UNION ALL
            SELECT 'FUNCTION ' || oid::regprocedure FROM pg_proc
            WHERE proname ~ '^pg_stat_get_(xact_)?(tuples|live|dead|ins_since|mod_since|numscans|blocks)'
        LOOP
            EXECUTE 'REVOKE ALL ON ' || name || ' FROM PUBLIC';
        END LOOP;
    EXCEPTION WHEN insufficient_privilege THEN NULL;  -- only a superuser may
    END $$;
"""
HELD = """
    SELECT obj_description(to_regprocedure('public.wall_is_open(uuid, name)'), 'pg_proc'),
           (SELECT count(*) FROM pg_policies JOIN pg_class ON oid = format('%I.%I', schemaname, tablename)::regclass
            WHERE policyname = 'second_wall' AND permissive = 'RESTRICTIVE' AND relrowsecurity AND relforcerowsecurity)
"""
MAY_NOT = "The login that migrates may not put up the second wall. The README says what it needs, under “Roles”."


def put_up(using: str, **signal: Any) -> None:
    """Roles, rights and policies, once all tables are there. A `flush`, which changes none, says no plan."""
    connection = connections[using]
    missing = {model._meta.db_table for model in guarded()}.difference(connection.introspection.table_names())
    if "plan" not in signal or missing or stands(connection):
        return
    try:
        with transaction.atomic(using=using), connection.cursor() as cursor:
            cursor.execute(script())
            cursor.execute(f"COMMENT ON FUNCTION public.wall_is_open(uuid, name) IS '{fingerprint()}'")
    except ProgrammingError as fault:
        raise ProgrammingError(MAY_NOT) from fault


def let_in(connection: Any, *, web: str, worker: str) -> None:
    """Logins that own nothing: web and beat as the application, the worker with the roles of its tasks."""
    with connection.cursor() as cursor:
        cursor.execute(MAKE_ROLE.format(role=WORKER))
        cursor.execute(f"ALTER ROLE {APP} LOGIN PASSWORD %s", [web])
        cursor.execute(f"ALTER ROLE {WORKER} LOGIN INHERIT PASSWORD %s", [worker])
        cursor.execute(f"GRANT {APP}, {SWEEPER}, {SENDER}, {DISPOSER} TO {WORKER}")


def stands(connection: Any) -> bool:
    """Whether it stands as this program would put it up, on every table and for the owner as well."""
    with connection.cursor() as cursor:
        cursor.execute(HELD)
        return bool(cursor.fetchone() == (fingerprint(), len(guarded())))


def fingerprint() -> str:
    return sha256(script().encode()).hexdigest()


def script() -> str:
    """Everything in the order in which it has to be said. Saying it again changes nothing."""
    return "\n".join(statements())


def statements() -> Iterator[str]:
    yield from (MAKE_ROLE.format(role=role) for role in (APP, SWEEPER, SENDER, DISPOSER, KEEPER))
    yield from (ASK_THE_WALL, TO_THE_APP, TO_THE_SENDER)
    tables = guarded()
    for model, shown in tables.items():
        yield GUARD.format(table=model._meta.db_table, shown=shown)
    for model in every_table():
        if model._meta.app_label not in NOT_THE_SWEEPERS:
            yield f"GRANT SELECT ({unsealed(model)}) ON public.{model._meta.db_table} TO {SWEEPER}, {DISPOSER};"
    for model in tables:
        yield f"GRANT INSERT ON public.{model._meta.db_table} TO {SWEEPER}, {DISPOSER};"
        if model._meta.db_table not in NEVER_CHANGED:
            yield f"GRANT UPDATE ({unsealed(model)}) ON public.{model._meta.db_table} TO {SWEEPER}, {DISPOSER};"
    yield from (TO_SEAL_A_REASON, TO_LET_SOMEBODY_OUT, TO_THE_DISPOSER, HIDE_STATISTICS)

"""A second lock that no setting of a session passes by: pgtrigger's own triggers can be told to look away."""

from django.db import migrations

TABLES = ("vault_sealeditem", "vault_datakey", "vault_receipt")
FUNCTION = """
CREATE FUNCTION retention_hold_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM retention_hold WHERE record_id = OLD.record_id AND lifted_at IS NULL) THEN
        RAISE EXCEPTION 'a legal hold lies on this record';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION retention_hold_is_not_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a legal hold is lifted, never deleted';
END $$;
CREATE TRIGGER hold_is_not_deleted BEFORE DELETE ON retention_hold
    FOR EACH ROW EXECUTE FUNCTION retention_hold_is_not_deleted();
ALTER TABLE retention_hold ENABLE ALWAYS TRIGGER hold_is_not_deleted;
"""
TRIGGER = """
CREATE TRIGGER hold_stands BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION retention_hold_stands();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER hold_stands;
"""
BACK = "".join(f"DROP TRIGGER hold_stands ON {table};" for table in TABLES) + """
DROP TRIGGER hold_is_not_deleted ON retention_hold;
DROP FUNCTION retention_hold_stands();
DROP FUNCTION retention_hold_is_not_deleted();
"""


class Migration(migrations.Migration):
    dependencies = [("retention", "0001_initial"), ("vault", "0002_retention")]
    operations = [migrations.RunSQL(FUNCTION + "".join(TRIGGER.format(table=table) for table in TABLES), BACK)]

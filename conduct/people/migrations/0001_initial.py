import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name="CompanyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("key", models.SlugField(db_index=False, max_length=40, verbose_name="key")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("name_ja", models.CharField(blank=True, max_length=120, verbose_name="name in Japanese")),
                ("relation", models.CharField(max_length=10, verbose_name="relation to the listed company")),
                ("jurisdiction", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("code_adopted_on", models.DateField(blank=True, null=True, verbose_name="Code adopted on")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Function",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("known_from", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("known_until", models.DateTimeField(blank=True, editable=False, null=True)),
                ("function", models.CharField(max_length=20)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Ownership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("known_from", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("known_until", models.DateTimeField(blank=True, editable=False, null=True)),
                ("relation", models.CharField(max_length=10)),
                ("pct", models.DecimalField(decimal_places=2, max_digits=5)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PersonEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("name_ja", models.CharField(blank=True, max_length=120, verbose_name="name in Japanese")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("known_from", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("known_until", models.DateTimeField(blank=True, editable=False, null=True)),
                ("body", models.CharField(max_length=10)),
                ("presides", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Supervision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("known_from", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("known_until", models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("name_ja", models.CharField(blank=True, max_length=120, verbose_name="name in Japanese")),
                ("language", models.CharField(default="en", max_length=2)),
                ("theme", models.CharField(default="system", max_length=11)),
                ("density", models.CharField(default="comfortable", max_length=11)),
                ("keys", models.BooleanField(default=False)),
                ("mail_wanted", models.BooleanField(default=True)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Company",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(max_length=40, unique=True, verbose_name="key")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("name_ja", models.CharField(blank=True, max_length=120, verbose_name="name in Japanese")),
                ("relation", models.CharField(max_length=10, verbose_name="relation to the listed company")),
                ("jurisdiction", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("code_adopted_on", models.DateField(blank=True, null=True, verbose_name="Code adopted on")),
            ],
            options={
                "verbose_name": "company",
                "verbose_name_plural": "companies",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("relation__in", ["issuer", "subsidiary", "affiliate"])),
                        name="company_relation_is_a_word",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("relation", "issuer")), fields=("relation",), name="company_one_issuer"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("known_from", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("known_until", models.DateTimeField(blank=True, editable=False, null=True)),
                ("office", models.CharField(max_length=20)),
                ("title", models.CharField(blank=True, max_length=80)),
                ("title_ja", models.CharField(blank=True, max_length=80)),
                ("department", models.CharField(blank=True, max_length=80)),
                ("department_ja", models.CharField(blank=True, max_length=80)),
                ("outside", models.BooleanField(default=False)),
                ("sec_16b", models.BooleanField(default=False)),
                ("nasdaq_executive_officer", models.BooleanField(default=False)),
                ("relation", models.CharField(default="", editable=False, max_length=10)),
                (
                    "side",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                models.Q(("office", "statutory_auditor"), ("relation", "issuer")),
                                then=models.Value("audits"),
                            ),
                            models.When(
                                models.Q(
                                    ("relation__in", ["issuer", "subsidiary"]),
                                    models.Q(("office", "statutory_auditor"), _negated=True),
                                ),
                                then=models.Value("manages"),
                            ),
                        ),
                        output_field=models.CharField(max_length=10, null=True),
                    ),
                ),
                (
                    "audits_here",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(models.Q(("office", "statutory_auditor")), then=models.Value(1)),
                            default=models.Value(0),
                        ),
                        output_field=models.SmallIntegerField(),
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appointments", to="people.company"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="company",
            trigger=pgtrigger.compiler.Trigger(
                name="relation_reaches_appointments",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.relation IS DISTINCT FROM NEW.relation)",
                    func="\n            UPDATE people_appointment SET relation = NEW.relation\n             WHERE company_id = NEW.id AND known_until IS NULL\n               AND (upper(valid) IS NULL OR upper(valid) > current_date);\n            RETURN NEW;\n        ",
                    hash="bd3037d9aa346b4f66a338b6a648e96b804ac800",
                    operation='UPDATE OF "relation"',
                    pgid="pgtrigger_relation_reaches_appointments_b3d1b",
                    table="people_company",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="company",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_companyevent" ("code_adopted_on", "id", "jurisdiction", "key", "name", "name_ja", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation") VALUES (OLD."code_adopted_on", OLD."id", OLD."jurisdiction", OLD."key", OLD."name", OLD."name_ja", NOW(), \'update\', OLD."id", OLD."relation"); RETURN NULL;',
                    hash="6bbe59608d2beb0ef633fa067753eb1c6c45d79d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1e404",
                    table="people_company",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="companyevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="people.company",
            ),
        ),
        migrations.AddField(
            model_name="function",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="functions", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="ownership",
            name="company",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="ownerships", to="people.company"
            ),
        ),
        migrations.AddField(
            model_name="personevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="seat",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="seats", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="supervision",
            name="employee",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="supervisors", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="supervision",
            name="supervisor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="supervised", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("theme__in", ["system", "light", "dark"])), name="person_theme_is_a_word"
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("density__in", ["dense", "comfortable"])), name="person_density_is_a_word"
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("language__in", ["en", "ja"])), name="person_language_is_a_word"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_ja" IS DISTINCT FROM (NEW."name_ja") OR OLD."username" IS DISTINCT FROM (NEW."username"))',
                    func='INSERT INTO "people_personevent" ("email", "is_active", "is_staff", "name", "name_ja", "pgh_created_at", "pgh_label", "pgh_obj_id", "username") VALUES (OLD."email", OLD."is_active", OLD."is_staff", OLD."name", OLD."name_ja", NOW(), \'update\', OLD."id", OLD."username"); RETURN NULL;',
                    hash="941dd76f705d099ba2e3878eb611f28ee03f9394",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_de829",
                    table="people_person",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(
                condition=models.Q(("known_until__isnull", True)), fields=["office"], name="appointment_by_office"
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid__isempty", False)), name="appointment_lasts_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("known_until__isnull", True), ("known_until__gte", models.F("known_from")), _connector="OR"
                ),
                name="appointment_known_ends_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("office__in", ["employee", "officer", "director", "statutory_auditor", "ceo", "internal_controls"])
                ),
                name="appointment_office_is_a_word",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid__startswith__isnull", False)), name="appointment_has_a_first_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outside", False), ("office__in", ["director", "statutory_auditor"]), _connector="OR"
                ),
                name="appointment_outside_fits_office",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("known_until__isnull", True)),
                expressions=[("person", "="), ("company", "="), ("office", "="), ("valid", "&&")],
                name="appointment_same_office_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("known_until__isnull", True), ("office", "ceo")),
                expressions=[("company", "="), ("valid", "&&")],
                name="appointment_one_ceo",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("known_until__isnull", True)),
                expressions=[("person", "="), ("side", "<>"), ("valid", "&&")],
                name="appointment_auditor_does_not_manage",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("known_until__isnull", True)),
                expressions=[("person", "="), ("company", "="), ("audits_here", "<>"), ("valid", "&&")],
                name="appointment_auditor_not_of_own_house",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="history_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'DELETE' THEN\n                RAISE EXCEPTION 'A row of the register is never deleted: end it or correct it.' USING ERRCODE = 'check_violation';\n            END IF;\n            IF OLD.known_until IS NOT NULL\n               OR to_jsonb(NEW) - ARRAY['known_until', 'relation', 'side', 'audits_here'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['known_until', 'relation', 'side', 'audits_here'] THEN\n                RAISE EXCEPTION 'A row of the register is never rewritten: close it and add another.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="0f004b3adf28a2feaad3612a4a668e53495d1042",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_is_kept_7d680",
                    table="people_appointment",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="takes_relation_of_company",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            SELECT company.relation INTO NEW.relation FROM people_company company WHERE company.id = NEW.company_id;\n            RETURN NEW;\n        ",
                    hash="cd157e3044f492186a2a4dad23318caeba30243b",
                    operation='INSERT OR UPDATE OF "relation"',
                    pgid="pgtrigger_takes_relation_of_company_d83f0",
                    table="people_appointment",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="appointment",
            trigger=pgtrigger.compiler.Trigger(
                name="seats_lie_in_terms",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n            PERFORM FROM people_person WHERE id = NEW.person_id FOR NO KEY UPDATE;\n            PERFORM FROM people_seat seat\n              WHERE seat.person_id = NEW.person_id AND seat.known_until IS NULL\n                AND NOT COALESCE((\n                    SELECT range_agg(term.valid) @> seat.valid FROM people_appointment term\n                     WHERE term.person_id = seat.person_id AND term.known_until IS NULL AND term.relation = 'issuer'\n                       AND term.office = CASE seat.body WHEN 'bosa' THEN 'statutory_auditor' ELSE 'director' END\n                ), false);\n            IF FOUND THEN\n                RAISE EXCEPTION 'A seat lies within a term of its office.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ",
                    hash="8a90739788ac5b5d842bf994845fa14f1023e3f0",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_seats_lie_in_terms_42f97",
                    table="people_appointment",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="function",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid__isempty", False)), name="function_lasts_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="function",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("known_until__isnull", True), ("known_until__gte", models.F("known_from")), _connector="OR"
                ),
                name="function_known_ends_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="function",
            constraint=models.CheckConstraint(
                condition=models.Q(("function__in", ["designee", "secretary", "custodian", "assurance", "admin"])),
                name="function_is_a_word",
            ),
        ),
        migrations.AddConstraint(
            model_name="function",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid__startswith__isnull", False)), name="function_has_a_first_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="function",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("known_until__isnull", True)),
                expressions=[("person", "="), ("function", "="), ("valid", "&&")],
                name="function_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="function",
            trigger=pgtrigger.compiler.Trigger(
                name="history_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'DELETE' THEN\n                RAISE EXCEPTION 'A row of the register is never deleted: end it or correct it.' USING ERRCODE = 'check_violation';\n            END IF;\n            IF OLD.known_until IS NOT NULL\n               OR to_jsonb(NEW) - ARRAY['known_until'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['known_until'] THEN\n                RAISE EXCEPTION 'A row of the register is never rewritten: close it and add another.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="548032b60c0495e570609aeb8f6f832a8bf38fb6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_is_kept_36e8b",
                    table="people_function",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="ownership",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid__isempty", False)), name="ownership_lasts_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="ownership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("known_until__isnull", True), ("known_until__gte", models.F("known_from")), _connector="OR"
                ),
                name="ownership_known_ends_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownership",
            constraint=models.CheckConstraint(
                condition=models.Q(("relation__in", ["subsidiary", "affiliate"])), name="ownership_relation_is_a_word"
            ),
        ),
        migrations.AddConstraint(
            model_name="ownership",
            constraint=models.CheckConstraint(
                condition=models.Q(("pct__gt", 0), ("pct__lte", 100)), name="ownership_is_a_share"
            ),
        ),
        migrations.AddConstraint(
            model_name="ownership",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("known_until__isnull", True)),
                expressions=[("company", "="), ("valid", "&&")],
                name="ownership_one_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ownership",
            trigger=pgtrigger.compiler.Trigger(
                name="history_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'DELETE' THEN\n                RAISE EXCEPTION 'A row of the register is never deleted: end it or correct it.' USING ERRCODE = 'check_violation';\n            END IF;\n            IF OLD.known_until IS NOT NULL\n               OR to_jsonb(NEW) - ARRAY['known_until'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['known_until'] THEN\n                RAISE EXCEPTION 'A row of the register is never rewritten: close it and add another.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="ea711fd49b66b68014538293e94314befcc83eec",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_is_kept_88627",
                    table="people_ownership",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(condition=models.Q(("valid__isempty", False)), name="seat_lasts_a_day"),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("known_until__isnull", True), ("known_until__gte", models.F("known_from")), _connector="OR"
                ),
                name="seat_known_ends_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(("body__in", ["board", "bosa"])), name="seat_body_is_a_word"
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid__startswith__isnull", False)), name="seat_has_a_first_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("known_until__isnull", True)),
                expressions=[("person", "="), ("body", "="), ("valid", "&&")],
                name="seat_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("known_until__isnull", True), ("presides", True)),
                expressions=[("body", "="), ("valid", "&&")],
                name="seat_one_presides",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="history_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'DELETE' THEN\n                RAISE EXCEPTION 'A row of the register is never deleted: end it or correct it.' USING ERRCODE = 'check_violation';\n            END IF;\n            IF OLD.known_until IS NOT NULL\n               OR to_jsonb(NEW) - ARRAY['known_until'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['known_until'] THEN\n                RAISE EXCEPTION 'A row of the register is never rewritten: close it and add another.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="72c46fed5a6bd63a244d0425524d8a5991b16531",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_is_kept_8690a",
                    table="people_seat",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="seats_lie_in_terms",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n            PERFORM FROM people_person WHERE id = NEW.person_id FOR NO KEY UPDATE;\n            PERFORM FROM people_seat seat\n              WHERE seat.person_id = NEW.person_id AND seat.known_until IS NULL\n                AND NOT COALESCE((\n                    SELECT range_agg(term.valid) @> seat.valid FROM people_appointment term\n                     WHERE term.person_id = seat.person_id AND term.known_until IS NULL AND term.relation = 'issuer'\n                       AND term.office = CASE seat.body WHEN 'bosa' THEN 'statutory_auditor' ELSE 'director' END\n                ), false);\n            IF FOUND THEN\n                RAISE EXCEPTION 'A seat lies within a term of its office.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ",
                    hash="8dfe6af05d682c2d281734d97f8dc23a62e93f71",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_seats_lie_in_terms_eec55",
                    table="people_seat",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid__isempty", False)), name="supervision_lasts_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("known_until__isnull", True), ("known_until__gte", models.F("known_from")), _connector="OR"
                ),
                name="supervision_known_ends_later",
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.CheckConstraint(
                condition=models.Q(("employee", models.F("supervisor")), _negated=True),
                name="supervision_of_somebody_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid__startswith__isnull", False)), name="supervision_has_a_first_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="supervision",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("known_until__isnull", True)),
                expressions=[("employee", "="), ("valid", "&&")],
                name="supervision_one_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supervision",
            trigger=pgtrigger.compiler.Trigger(
                name="history_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF TG_OP = 'DELETE' THEN\n                RAISE EXCEPTION 'A row of the register is never deleted: end it or correct it.' USING ERRCODE = 'check_violation';\n            END IF;\n            IF OLD.known_until IS NOT NULL\n               OR to_jsonb(NEW) - ARRAY['known_until'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['known_until'] THEN\n                RAISE EXCEPTION 'A row of the register is never rewritten: close it and add another.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="51c4d3c262b675bb5983947bfaec00ea1827d014",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_is_kept_2bb0f",
                    table="people_supervision",
                    when="BEFORE",
                ),
            ),
        ),
    ]

"""Every service has the same five beats: it asks first, locks, decides, changes, and writes the ledger."""

import ast

import pytest

from tests.architecture.tree import APPS, ROOT, called_with_its_steps, parsed

ENGINES = ("handoffs", "answers", "meetings", "office", "retention", "inquiries", "outcomes", "protection")
FOLDERS = [*APPS, *(f"conduct/{engine}" for engine in ENGINES)]
SERVICES = sorted(path.relative_to(ROOT) for folder in FOLDERS for path in (ROOT / folder).glob("services/[!_]*.py"))
MATTERS = {"Case", "Waiver", "Disclosure", "Consultation"}
NEEDS_NO_LOCK = {"keep_number": "adds a row of its own; nothing of the case is read or changed"}


def service_of(path):
    module = parsed(path)
    (service,) = [node for node in module.body if isinstance(node, ast.FunctionDef) and node.name == path.stem]
    return service, module


@pytest.mark.parametrize("path", SERVICES, ids=str)
def test_a_service_takes_keywords_among_them_who_acts_and_when(path):
    service, _ = service_of(path)
    names = [argument.arg for argument in service.args.kwonlyargs]

    assert not service.args.args and not service.args.posonlyargs
    assert {"actor", "now"} <= set(names)
    assert len(names) <= 7


@pytest.mark.parametrize("path", SERVICES, ids=str)
def test_a_service_asks_before_anything_else(path):
    service, _ = service_of(path)
    docstring, first, *_ = service.body

    assert ast.get_docstring(service) and isinstance(docstring, ast.Expr)
    assert ast.unparse(first).startswith("require(actor, ")


@pytest.mark.parametrize("path", SERVICES, ids=str)
def test_a_service_is_one_transaction_that_ends_on_the_ledger(path):
    service, module = service_of(path)

    assert [ast.unparse(decorator) for decorator in service.decorator_list] == ["transaction.atomic"]
    assert "ledger.record" in called_with_its_steps(service, module)


@pytest.mark.parametrize("path", SERVICES, ids=str)
def test_a_service_on_a_matter_reads_it_again_under_its_lock(path):
    service, module = service_of(path)
    taken = {ast.unparse(argument.annotation) for argument in service.args.kwonlyargs if argument.annotation}

    locks = {"held", "locked"} & set(called_with_its_steps(service, module))
    assert locks or not taken & MATTERS or path.stem in NEEDS_NO_LOCK


def test_a_package_of_services_offers_each_by_its_name():
    for folder in {path.parent for path in SERVICES}:
        offered = ast.literal_eval(parsed(folder / "__init__.py").body[-1].value)
        assert {path.stem for path in SERVICES if path.parent == folder} <= set(offered)


def test_services_were_found_at_all():
    assert len(SERVICES) >= 15

"""Taking a code of conduct into the house."""

from datetime import datetime

from django.db import transaction

from conduct.provisions.adoption import Acting, AdoptedAfterEffective, Adoption
from conduct.provisions.exhibit import Exhibit
from conduct.provisions.models import CodeVersion
from conduct.provisions.rows import store_text


@transaction.atomic
def adopt_code(*, actor: Acting, code: Exhibit, adoption: Adoption, now: datetime) -> tuple[CodeVersion, bool]:
    """Store a new version, once. The second answer is False where the same file was adopted before."""
    if adoption.adopted_on > adoption.effective_on:
        raise AdoptedAfterEffective(adopted_on=adoption.adopted_on, effective_on=adoption.effective_on)

    version, is_new = CodeVersion.objects.get_or_create(
        sha256=code.sha256,
        defaults={
            "title": code.title,
            "source_name": adoption.source_name[-255:],
            "pages": code.pages,
            "section_count": len(code.sections),
            "paragraph_count": len(code.paragraphs) + len(code.list_items),
            "resolution": adoption.resolution,
            "adopted_on": adoption.adopted_on,
            "effective_on": adoption.effective_on,
            "imported_at": now,
            "imported_by_id": getattr(actor.person, "pk", None),
        },
    )
    if is_new:
        store_text(version, code)
    return version, is_new

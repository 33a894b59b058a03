"""Reads a code of conduct in the EDGAR text layout. Plain Python: bytes in, a frozen structure or a refusal out."""

from conduct.provisions.exhibit.faults import ExhibitRefused, Fault
from conduct.provisions.exhibit.reading import read
from conduct.provisions.exhibit.structure import Exhibit, Item, Paragraph, Place, Section
from conduct.provisions.exhibit.text import LIMIT

__all__ = ["LIMIT", "Exhibit", "ExhibitRefused", "Fault", "Item", "Paragraph", "Place", "Section", "read"]

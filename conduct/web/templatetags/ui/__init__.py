"""The building blocks of every page: one function here, one file in templates/components/.

`{% load ui %}` brings all of them. A misspelt argument stops the page; nothing is silently left out.
"""

from conduct.web.templatetags.ui import authority, clocks, forms, frame, lists, matters, panels, words
from conduct.web.templatetags.ui.bricks import register

__all__ = ["authority", "clocks", "forms", "frame", "lists", "matters", "panels", "register", "words"]

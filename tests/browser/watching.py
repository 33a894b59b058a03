"""A page that remembers whatever it should not have said: console, faults, refused answers, requests to elsewhere."""

from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,  # it would write a style sheet into the page, which our policy refuses
}
TOO_WIDE = """() => [...document.querySelectorAll("main *, header *, footer *")]
    .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest(".scroll *"))
    .slice(0, 4).map(each => each.outerHTML.slice(0, 90))"""
CHATTY = {"error", "warning"}


class Watched:
    """One tab. `expected` are the states that an answer may have besides those below 400."""

    def __init__(self, page, base, expected=()):
        self.page, self.base, self.expected = page, base, set(expected)
        self.faults, self.requests = [], []
        page.set_default_timeout(30_000)
        page.on("console", self._heard)
        page.on("pageerror", lambda fault: self.faults.append(f"fault in a script: {fault}"))
        page.on("response", self._answered)
        page.on("request", self._asked)

    def _heard(self, line):
        told_by_chromium = any(f"status of {status}" in line.text for status in self.expected)
        if line.type in CHATTY and not told_by_chromium:
            self.faults.append(f"console: {line.text}")

    def _answered(self, answer):
        if answer.status >= 400 and answer.status not in self.expected:
            self.faults.append(f"{answer.status} {answer.url}")

    def _asked(self, request):
        self.requests.append(request)
        if urlsplit(request.url)[:2] != urlsplit(self.base)[:2]:
            self.faults.append(f"asked elsewhere: {request.url[:80]}")
        if request.resource_type == "font":
            self.faults.append(f"asked for a font: {request.url}")

    def open(self, path):
        return self.page.goto(self.base + path)

    def violations(self):
        """What axe finds, as short lines."""
        self.page.evaluate(AXE_SCRIPT)
        found = self.page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
        return [
            f"{each['id']}: {node['html'][:110]} | {node['failureSummary'][:200]}"
            for each in found
            for node in each["nodes"][:3]
        ]

    def styled(self):
        """How many style sheets really hold rules: an unstyled page would pass axe as well."""
        return self.page.evaluate("[...document.styleSheets].filter(each => each.cssRules.length).length")

    def too_wide(self, width=320):
        """What sticks out at this width; empty when nothing has to be scrolled sideways."""
        self.page.set_viewport_size({"width": width, "height": 700})
        fits = self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        return [] if fits else self.page.evaluate(TOO_WIDE) or ["the page"]

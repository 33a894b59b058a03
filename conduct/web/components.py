"""One page that shows every brick in every state, for eyes and for axe. Open in the demo and while debugging only."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from conduct.web import samples

THEMES = ("light", "dark")
FRAMES = {"work": "web/components.html", "contact": "web/contact_sample.html", "public": "web/public_sample.html"}


@login_not_required
def components(request: HttpRequest) -> HttpResponse:
    """`?lang=ja&theme=dark&density=comfortable&keys=on&frame=contact` choose how it is shown."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    language = request.GET.get("lang", translation.get_language())
    with translation.override(language if language in dict(settings.LANGUAGES) else "en"):
        template = FRAMES.get(request.GET.get("frame", ""), FRAMES["work"])
        return render(request, template, samples.everything() | looks(request))


def looks(request: HttpRequest) -> dict[str, object]:
    theme = request.GET.get("theme", "")
    return {
        "theme": theme if theme in THEMES else "",
        "density": "comfortable" if request.GET.get("density") == "comfortable" else "dense",
        "keys_on": request.GET.get("keys") == "on",
    }

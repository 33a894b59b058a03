"""The map of pages. Public pages carry their language; the workspace takes it from the person."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from conduct.admin import reference
from conduct.web.components import components
from conduct.web.health import health
from conduct.web.home import choose_language, home
from conduct.web.preferences import preferences
from conduct.web.sign_in import sign_in, sign_out
from conduct.web.token_pages import revoke, tokens

handler400 = "conduct.web.errors.unreadable"
handler403 = "conduct.web.errors.not_shown"
handler404 = "conduct.web.errors.not_shown"
handler500 = "conduct.web.errors.server_fault"

urlpatterns = [
    path("healthz", health, name="health"),
    path("", choose_language, name="choose_language"),
    path("w/sign-in/", sign_in, name="account_login"),
    path("w/sign-out/", sign_out, name="account_logout"),
    path("w/preferences/", preferences, name="preferences"),
    path("w/account/tokens/", tokens, name="tokens"),
    path("w/account/tokens/<uuid:pk>/revoke/", revoke, name="revoke_token"),
    path("w/admin/reference/", reference.urls),
    path("w/", include("conduct.desks.urls")),
    path("w/", include("conduct.contact.signed_in_urls")),
    path("api/v1/", include("conduct.api")),
    *i18n_patterns(
        path("", home, name="home"),
        path("", include("conduct.provisions.urls")),
        path("", include("conduct.answers.urls")),
        path("", include("conduct.contact.urls")),
    ),
]
if settings.DEMO:
    from conduct.demo.sign_in import sign_in_as

    urlpatterns = [
        path("w/sign-in/", sign_in_as, name="account_login"),
        path("w/admin/components/", components, name="components"),
        *urlpatterns,
    ]

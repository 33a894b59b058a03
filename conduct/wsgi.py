"""What gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conduct.settings.production")
application = get_wsgi_application()

from conduct.access.startup import refuse_superusers, refuse_without_second_wall  # noqa: E402 -- needs the apps

refuse_superusers()
refuse_without_second_wall()

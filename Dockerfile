# Front-end packages as they are, then one image for web, worker, sweeper and migrate.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM python:3.11-slim
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    ATS_LOCAL=0 STATIC_ROOT=/app/staticfiles MEDIA_ROOT=/data/media
WORKDIR /app
RUN useradd --system --uid 10001 --no-create-home ats && install -d -o ats -g ats -m 0700 /data/media
COPY requirements.txt ./
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt
COPY manage.py ./
COPY backoffice_ats backoffice_ats
COPY positions positions
COPY candidates candidates
COPY screening screening
COPY templates templates
COPY static static
COPY --from=packages /app/node_modules node_modules
RUN SECRET_KEY=only-to-collect-static-files python manage.py collectstatic --noinput --verbosity 0
USER ats
EXPOSE 8000

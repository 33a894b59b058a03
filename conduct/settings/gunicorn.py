"""How gunicorn serves: few processes with threads, no access log (addresses and paths would tell who read what)."""

import os

bind = os.environ.get("CONDUCT_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("CONDUCT_WEB_PROCESSES", "2"))
threads = int(os.environ.get("CONDUCT_WEB_THREADS", "4"))
worker_class = "gthread"
accesslog = None
loglevel = "warning"
timeout = 60
graceful_timeout = 15
keepalive = 5
max_requests = 10_000
max_requests_jitter = 1_000
limit_request_line = 4094
control_socket_disable = True

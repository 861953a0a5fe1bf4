"""`python -m app.serve`: the API on API_PORT of loopback."""

import uvicorn

from app.core.config import get_settings

# Below the ten seconds in which the whole stack has to end.
SHUTDOWN_SECONDS = 5
# Longer than the load balancer in front keeps an idle connection (600): with uvicorn's 5 it sends the next
# request into one that is just being closed, and the visitor sees a 502.
KEEP_ALIVE_SECONDS = 620


def main() -> None:
    settings = get_settings()
    uvicorn.run(
        "app.main:app",
        host="127.0.0.1",
        port=settings.api_port,
        # Nobody's X-Forwarded-For counts unless the proxy in front is named: a forged one would
        # give a fresh address to every attempt at a password.
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        access_log=False,
        server_header=False,
        log_config=None,
    )


if __name__ == "__main__":
    main()

"""Modules that define background tasks; the worker and `defer` import them."""

JOB_MODULES: tuple[str, ...] = ("app.imports.jobs", "app.knowledge.jobs")

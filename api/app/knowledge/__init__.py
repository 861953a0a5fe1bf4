"""Documents of an organization: read, split, indexed and searched."""

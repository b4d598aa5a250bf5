"""Gathers from the services all that a print needs, one module per noun."""

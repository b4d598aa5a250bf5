"""Journeys look at finished prints with the tools of the tests of prints."""

from tests.reports.conftest import house, pdf, words

__all__ = ["house", "pdf", "words"]

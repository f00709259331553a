"""Taiyaku: a machine that makes bilingual, clause-by-clause editions of official texts."""

__version__ = "0.1.0"

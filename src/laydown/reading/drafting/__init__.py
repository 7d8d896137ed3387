"""Drafts of claims, and what they take from their report: nation, speaker, time and the words behind each field."""

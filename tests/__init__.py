"""Tests of `abcd`."""

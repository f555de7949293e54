"""Tests of `abcd.inventory`."""

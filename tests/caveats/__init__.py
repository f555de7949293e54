"""Tests of the room `caveats`."""

"""Tests of the room `impact`."""

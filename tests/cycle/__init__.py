"""Tests of the room `cycle`."""

"""The doctor's world: a real central server to ask."""

from tests.worlds.central import central as central

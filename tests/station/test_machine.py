"""The state machine of an order at two benches, driven by chance: see docs/bench.md."""

from hypothesis import settings

from tests.station.machine import Machine

# The profile "long" of tests/conftest.py looks fifty times as far.
TestMachine = Machine.TestCase
TestMachine.settings = settings(stateful_step_count=40)

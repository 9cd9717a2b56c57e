"""The state machine of an order at two benches, driven by chance: see docs/bench.md."""

from hypothesis import settings

from tests.station.machine import Machine

# The profile "long" of tests/conftest.py looks twenty times as far.
TestMachine = Machine.TestCase
TestMachine.settings = settings(
    max_examples=settings.default.max_examples // 2, stateful_step_count=40
)

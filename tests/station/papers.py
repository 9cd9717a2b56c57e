"""What hands do with paper: a slip printed again, with a reason, or looked for."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from packstation.domain import outcomes as out
from packstation.domain import scans
from packstation.domain.printing import Again
from tests.station import things
from tests.station.hands import BENCHES, ORDERS, SOMETHING_IS_PACKED, Hands

REASONS = st.sampled_from((*Again, "se mojó"))


class Papers(Hands):
    """The model knows which copies were asked for; where each paper is, the table knows."""

    @SOMETHING_IS_PACKED
    @rule(name=BENCHES, number=ORDERS, back=st.integers(1, 2), reason=REASONS)
    def print_again(self, name: str, number: str, back: int, reason: str) -> None:
        slips = self.shop.orders[number].slips[-back:]
        if not slips:
            return
        slip, state = slips[0], self.real.job_of(slips[0].number)

        def meant(bench: things.Bench) -> type[out.Outcome] | None:
            if bench.hand is not None or bench.locked or not bench.packer:
                return None
            if slip.void:
                return out.SlipIsVoid
            if state == "sent":
                slip.copies.append((reason, bench.packer))
            elif state == "failed":
                self.real.retries += 1
            return {
                "sent": out.CopyPrints,
                "failed": out.PrintsAgain,
                "queued": out.StillPrinting,
                "unknown": out.AsksIfOut,
            }[str(state)]

        self._compare(*self.take(name, scans.Reprint(slip.number, reason), meant))

    @SOMETHING_IS_PACKED
    @rule(name=BENCHES, number=ORDERS, answer=st.sampled_from(("yes", "no")))
    def look_for_the_slip(self, name: str, number: str, answer: str) -> None:
        slips = self.shop.orders[number].slips[-1:]
        if not slips:
            return
        state = self.real.job_of(slips[0].number)
        came_out = answer == "yes"
        told = scans.TellPaper(slips[0].number, came_out)

        def meant(bench: things.Bench) -> type[out.Outcome] | None:
            if bench.hand is not None or bench.locked or not bench.packer:
                return None
            if slips[0].void or state != "unknown":
                return out.NoDoubt
            self.real.retries += not came_out
            return out.CameOut if came_out else out.PrintsAgain

        self._compare(*self.take(name, told, meant))
        if state == "sent":
            assert self.real.job_of(slips[0].number) == "sent"

    @staticmethod
    def _compare(outcome: out.Outcome, meant: object) -> None:
        assert meant is None or type(outcome) is meant, outcome

"""What a US scanner's keys become on the keyboards of other countries."""

import pytest

from packstation.devices.layouts import LAYOUTS, becomes, layout, meant


@pytest.mark.parametrize(
    "keyboard, arrives",
    [
        ("us", "ORD-2024/0001:Ab_9"),
        ("es", "ORD'2024-0001ÑAb?9"),
        ("fr", "ORD)éàé'!ààà&MQb°ç"),
        ("de", "ORDß2024-0001ÖAb?9"),
        ("it", "ORD'2024-0001çAb?9"),
        ("gb", "ORD-2024/0001:Ab_9"),
    ],
)
def test_keys_arrive_as_they_did_under_x(keyboard: str, arrives: str) -> None:
    """Seen on X servers set to each of them."""
    sent = "ORD-2024/0001:Ab_9"

    assert "".join(becomes(it, "us", keyboard) or "" for it in sent) == arrives
    assert meant(arrives, "us", keyboard) == sent


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_keyboard_has_all_keys_plain_and_with_shift(name: str) -> None:
    keys = layout(name).letters

    assert {code for code, shift in keys if shift} == {
        code for code, shift in keys if not shift
    }
    assert len(keys) in {96, 98}


@pytest.mark.parametrize(
    "keyboard, letters", [("es", "[{'\""), ("fr", "[{"), ("de", "=+`"), ("it", ""), ("gb", "")]
)
def test_a_dead_key_types_nothing_for_sure(keyboard: str, letters: str) -> None:
    unsure = {it for it in "[]{}'\"=+`~" if becomes(it, "us", keyboard) is None}

    assert unsure == set(letters)

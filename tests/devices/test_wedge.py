"""Keys by their time: a scanner's are one code, a hand's stay keys."""

from itertools import accumulate

import pytest

from packstation.devices.habits import ScannerHabits, Suffix
from packstation.devices.wedge import GS, Key, Kind, Read, Typed, Wedge
from packstation.domain.codes import LONGEST

START = 5_000


def keys(text: str, *, pace: int = 1, start: int = START) -> list[Key]:
    return [Key(letter, letter, start + n * pace) for n, letter in enumerate(text)]


def enter(tick: int) -> Key:
    return Key("", "", tick, Kind.ENTER)


def tab(tick: int) -> Key:
    return Key("\t", "\t", tick, Kind.TAB)


def after(pressed: list[Key], habits: ScannerHabits | None = None) -> list[Typed | Read]:
    """All that is known once ``pressed`` are pressed and nothing follows."""
    wedge = Wedge(habits)
    answers = [answer for key in pressed for answer in wedge.press(key)]
    return [*answers, *wedge.silence()]


@pytest.mark.parametrize("pace", [0, 1, 2, 5, 16, 35])
def test_keys_faster_than_a_hand_are_a_code(pace: int) -> None:
    end = START + 8 * pace
    burst = [*keys("ORD-1001", pace=pace), enter(end)]

    assert after(burst) == [Read("ORD-1001", "", end)]


@pytest.mark.parametrize("pace", [36, 60, 120, 400])
def test_slow_typing_stays_typing_enter_included(pace: int) -> None:
    typed = [*keys("12345", pace=pace), enter(START + 5 * pace)]

    assert after(typed) == [Typed((key,)) for key in typed]


def test_a_burst_without_a_suffix_ends_in_silence() -> None:
    assert after(keys("8412345678905")) == [Read("8412345678905", "", START + 12)]


def test_the_silence_is_also_heard_when_the_next_key_comes() -> None:
    late = Key("x", "x", START + 500)

    assert after([*keys("ABCD"), late]) == [Read("ABCD", "", START + 3), Typed((late,))]


def test_keys_are_held_until_it_is_clear_who_types() -> None:
    wedge = Wedge()

    assert wedge.press(keys("1")[0]) == ()
    assert wedge.holding
    assert wedge.silence() == (Typed(tuple(keys("1"))),)
    assert not wedge.holding


def test_two_keys_a_hand_rolled_over_stay_typing_in_their_order() -> None:
    rolled = keys("th", pace=20)

    assert after(rolled) == [Typed(tuple(rolled))]


@pytest.mark.parametrize("rolled", [(), (30,), (30, 30), (5, 35)])
def test_whatever_a_fast_typist_writes_stays_typing(rolled: tuple[int, ...]) -> None:
    """80 to 120 ms a key, and now and then keys rolled over: too few of them for a code."""
    pauses = (80, *rolled, 95, 120, *rolled, 88) * 500
    ticks = list(accumulate(pauses, initial=START))
    typed = [*(Key("a", "a", tick) for tick in ticks), enter(ticks[-1] + 30)]

    answers = after(typed)

    assert [key for it in answers if isinstance(it, Typed) for key in it.keys] == typed


def test_a_single_enter_or_tab_is_never_held() -> None:
    wedge = Wedge()

    assert wedge.press(enter(START)) == (Typed((enter(START),)),)
    assert wedge.press(tab(START + 300)) == (Typed((tab(START + 300),)),)


def test_an_arrow_alone_is_never_held() -> None:
    arrow = Key("", "", START, Kind.HAND)

    assert Wedge().press(arrow) == (Typed((arrow,)),)


@pytest.mark.parametrize("behind_ms", [0, 1, 90, 250])
@pytest.mark.parametrize("kind", [Kind.ENTER, Kind.TAB])
def test_a_second_suffix_behind_a_code_counts_once(kind: Kind, behind_ms: int) -> None:
    end = START + 4
    linefeed = Key("", "", end + behind_ms, kind)

    assert after([*keys("ABCD"), enter(end), linefeed]) == [Read("ABCD", "", end)]


def test_an_enter_that_comes_late_still_belongs_to_its_code() -> None:
    late = [enter(START + 60), enter(START + 253)]

    assert [after([*keys("ABCD"), it]) for it in late] == [[Read("ABCD", "", START + 3)]] * 2


def test_a_persons_enter_a_while_after_a_scan_is_an_enter() -> None:
    by_hand = enter(START + 400)

    assert after([*keys("ABCD"), enter(START + 4), by_hand])[-1] == Typed((by_hand,))


def test_tab_inside_a_code_belongs_to_it() -> None:
    burst = [*keys("ABC"), tab(START + 3), *keys("999", start=START + 4), enter(START + 7)]

    assert after(burst) == [Read("ABC\t999", "", START + 7)]


def test_tab_ends_the_code_where_the_scanner_sends_it() -> None:
    burst = [*keys("ABC"), tab(START + 3), *keys("9999", start=START + 4), tab(START + 8)]

    read = after(burst, ScannerHabits(suffix=Suffix.TAB))

    assert read == [Read("ABC", "", START + 3), Read("9999", "", START + 8)]


@pytest.mark.parametrize("suffix", list(Suffix))
def test_carriage_return_and_linefeed_are_one_end(suffix: Suffix) -> None:
    burst = [*keys("ABCD"), enter(START + 4), enter(START + 4)]

    assert after(burst, ScannerHabits(suffix=suffix)) == [Read("ABCD", "", START + 4)]


def test_a_chord_inside_a_burst_is_swallowed_and_is_no_part_of_the_code() -> None:
    chord = Key("s", "s", START + 2, Kind.CHORD)
    burst = [*keys("AB"), chord, *keys("CD", start=START + 3), enter(START + 5)]

    assert after(burst) == [Read("ABCD", "", START + 5)]


def test_a_chord_pressed_by_a_hand_comes_back() -> None:
    chord = Key("", "", START, Kind.CHORD)

    assert after([chord]) == [Typed((chord,))]


def test_alt_and_029_on_the_keypad_are_gs_each_time() -> None:
    digits = [Key(digit, digit, START + 2, Kind.ALT_DIGIT) for digit in "029"]
    up = Key("", "", START + 2, Kind.ALT_UP)
    burst = [*keys("01"), *digits, up, *digits, up, *keys("21", start=START + 3)]

    assert after(burst) == [Read(f"01{GS}{GS}21", "", START + 4)]


def test_an_arrow_says_at_once_that_a_hand_is_typing() -> None:
    wedge = Wedge()
    first, arrow = keys("a")[0], Key("", "", START + 20, Kind.HAND)
    wedge.press(first)

    assert wedge.press(arrow) == (Typed((first, arrow)),)


def test_a_key_held_down_repeats_as_typing() -> None:
    held = [Key("a", "a", START + n * 30, repeated=True) for n in range(8)]

    assert after(held) == [Typed((key,)) for key in held]


def test_double_letters_of_a_scanner_are_no_key_held_down() -> None:
    zeros = [Key("0", "0", START + 1, repeated=True)] * 3
    burst = [*keys("8"), *zeros, enter(START + 2)]

    assert after(burst) == [Read("8000", "", START + 2)]


def test_the_second_reading_is_given_where_it_differs() -> None:
    burst = [Key("'", "-", START + n) for n in range(4)]

    assert after(burst) == [Read("''''", "----", START + 3)]


def test_there_is_no_second_reading_when_one_letter_of_it_is_unknown() -> None:
    burst = [*(Key("'", "-", START + n) for n in range(4)), Key("á", "", START + 4)]

    assert after(burst) == [Read("''''á", "", START + 4)]


def test_a_code_longer_than_any_is_still_one_scan() -> None:
    (read,) = after([*keys("9" * 200_000), enter(START + 200_000)])

    assert isinstance(read, Read)
    assert len(read.text) == LONGEST + 1


def test_the_shortest_burst_can_be_set() -> None:
    burst = [*keys("A1"), enter(START + 2)]

    assert after(burst) == [Typed(tuple(burst))]
    assert after(burst, ScannerHabits(least=3)) == [Read("A1", "", START + 2)]


def test_a_burst_goes_on_while_the_clock_of_x_begins_again() -> None:
    burst = [Key(letter, letter, (2**32 - 2 + n) % 2**32) for n, letter in enumerate("ABCD")]

    assert after(burst) == [Read("ABCD", "", 1)]


def test_three_hundred_scans_and_what_a_hand_types_between_them_all_come_through() -> None:
    pressed = [
        key
        for n in range(300)
        for key in (
            *keys(f"A{n:05}", start=n * 1000, pace=n % 6),
            enter(n * 1000 + 40),
            Key("x", "x", n * 1000 + 500),
        )
    ]

    answers = after(pressed)

    assert [a.text for a in answers if isinstance(a, Read)] == [f"A{n:05}" for n in range(300)]
    assert sum(isinstance(a, Typed) for a in answers) == 300


@pytest.mark.parametrize(
    "text, us, bare",
    [
        ("*ABC", "", ("ABC", "")),
        ("(ABC", "*ABC", ("ABC", "ABC")),
        ("A*BC", "", ("A*BC", "")),
        ("ABC", "", ("ABC", "")),
    ],
)
def test_a_prefix_is_taken_off_only_where_it_was_sent(
    text: str, us: str, bare: tuple[str, str]
) -> None:
    assert ScannerHabits(prefix="*").bare(text, us) == bare


def test_without_a_prefix_of_the_shops_nothing_is_taken_off() -> None:
    assert ScannerHabits().bare("*ABC", "*ABC") == ("*ABC", "*ABC")

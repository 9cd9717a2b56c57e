"""What someone keeps coming back for, proved by dates and quantities."""

from datetime import date, timedelta
from random import Random

from packstation.domain.taste import PastLine, favourites

TODAY = date(2026, 11, 22)


def a_line(sku: str, days_ago: int, quantity: int = 1, **more: object) -> PastLine:
    values = {"sku": sku, "quantity": quantity, "category": sku[:2], "name": sku.lower()}
    bought_on = TODAY - timedelta(days=days_ago)
    return PastLine(bought_on=bought_on, **values | more)  # type: ignore[arg-type] # the names are checked at run time


def liked(*lines: PastLine) -> list[str]:
    return [it.key for it in favourites(lines, TODAY)[0]]


def others(*days_ago: int) -> list[PastLine]:
    """Something else on each of these days, never the same twice."""
    return [a_line(f"OTHER-{ago}", ago) for ago in days_ago]


def test_what_is_bought_on_two_days_and_often_is_a_favourite() -> None:
    [tea], _ = favourites([a_line("TE-1", 10, 2), a_line("TE-1", 70), a_line("X", 9)], TODAY)
    assert (tea.key, tea.name, tea.dates, tea.quantity) == ("TE-1", "te-1", 2, 3)


def test_one_day_is_no_habit() -> None:
    assert liked(a_line("TE-1", 10, 9), a_line("TE-1", 10, 9)) == []


def test_two_days_in_eight_are_a_quarter_and_in_nine_are_not() -> None:
    tea = [a_line("TE-1", 3), a_line("TE-1", 4)]
    assert liked(*tea, *others(1, 2, 5, 6, 7, 8)) == ["TE-1"]
    assert liked(*tea, *others(1, 2, 5, 6, 7, 8, 9)) == []


def test_neither_large_baskets_nor_many_small_things_hide_a_weekly_tea() -> None:
    tea = [a_line("TE-1", ago) for ago in (7, 14, 21)]
    napkins = [a_line("NAPKIN", 14, 576)]
    basket = [a_line(f"{ago}-{n}", ago) for ago in (7, 14, 21) for n in range(60)]
    assert liked(*tea, *napkins, *basket) == ["TE-1"]


def test_a_second_line_or_order_of_one_day_counts_no_day_more() -> None:
    twice = [a_line("TE-1", 10), a_line("TE-1", 10), a_line("TE-1", 190), *others(1, 2)]
    [tea], _ = favourites(twice, TODAY)
    assert (tea.dates, tea.quantity, tea.share) == (2, 3, 42)


def test_half_a_year_halves_what_a_day_counts() -> None:
    old = (a_line("OLD", 180, 2), a_line("OLD", 360, 4))
    shares = {it.key: it.share for it in favourites([*old, a_line("N", 0, 2)], TODAY)[0]}
    assert shares == {"OLD": 43}  # 1/2 and 1/4 of 1 and 1/2 and 1/4


def test_the_best_three_of_a_basket_that_is_always_the_same() -> None:
    basket = [a_line(f"TE-{n}", ago, n) for ago in (7, 14, 21) for n in range(1, 6)]
    often = [a_line("TE-1", 28), *others(28)]
    assert liked(*basket, *often) == ["TE-1", "TE-5", "TE-4"]
    assert len(favourites([*basket, *often], TODAY, most=9)[0]) == 5


def test_runners_up_are_seen_when_asked_for() -> None:
    lines = [a_line("TE-1", 3), a_line("TE-1", 4), *others(*range(5, 25))]
    assert favourites(lines, TODAY)[0] == ()
    assert [it.key for it in favourites(lines, TODAY, least=1)[0]] == ["TE-1"]


def test_gifts_for_others_say_nothing() -> None:
    given = (a_line("TE-1", 10, gift=True), a_line("TE-1", 20, gift=True))
    assert liked(*given, a_line("X", 5)) == []


def test_a_day_of_gifts_alone_does_not_count_as_a_day_without_the_tea() -> None:
    tea = [a_line("TE-1", 3), a_line("TE-1", 4)]
    given = [a_line("VASE", ago, gift=True) for ago in range(10, 40)]
    assert [it.share for it in favourites([*tea, *given], TODAY)[0]] == [100]


def test_a_category_may_be_a_favourite_where_no_product_is() -> None:
    products, categories = favourites([a_line("TE-1", 10), a_line("TE-2", 40)], TODAY)
    assert products == ()
    assert [it.key for it in categories] == ["TE"]


def test_the_order_of_the_rows_does_not_matter() -> None:
    chance = Random(7)  # noqa: S311 (the same each time)
    lines = [a_line(f"TE-{n % 3}", 7 * n, n % 4 + 1) for n in range(40)]
    mixed = chance.sample(lines, len(lines))
    assert favourites(lines, TODAY) == favourites(mixed, TODAY)


def test_nothing_bought_is_no_taste() -> None:
    assert favourites([], TODAY) == ((), ())

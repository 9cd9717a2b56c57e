"""Casa Azul is believable: the counts, the dates and the people fit together."""

import re
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from packstation.demo.calendar import MADRID
from packstation.demo.catalogue import wares
from packstation.demo.shop import SEED, DemoShop, demo_shop
from packstation.domain.arrivals import ArrivingOrder
from packstation.domain.codes import Kind, gtin, read_own
from packstation.domain.diet import Diet, diet
from packstation.domain.founding import NewShop
from packstation.domain.orders import GIFT, Opener
from packstation.domain.pins import check_pin
from packstation.domain.shop import COMMANDS
from packstation.places import resources

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=MADRID)


def waiting(shop: NewShop) -> list[ArrivingOrder]:
    return [order for order in shop.orders if order.state in {"open", "held"}]


def test_the_same_seed_and_day_make_the_same_shop(demo: DemoShop) -> None:
    later_that_morning = demo_shop(TUESDAY + timedelta(hours=2), resources() / "rules")
    again = replace(later_that_morning.founding, founded_at=TUESDAY)
    assert replace(later_that_morning, founding=again) == demo


def test_another_seed_makes_another_shop(casa_azul: NewShop) -> None:
    other = demo_shop(TUESDAY, resources() / "rules", seed="otra").founding
    assert other.customers != casa_azul.customers
    assert other.shop.mark != casa_azul.shop.mark


def test_it_has_what_was_promised(casa_azul: NewShop) -> None:
    assert len(casa_azul.products) == 400
    assert len(casa_azul.customers) == 1500
    assert 5200 <= len(casa_azul.orders) <= 5800
    assert len(waiting(casa_azul)) == 60
    assert [packer.name for packer in casa_azul.packers] == [
        "Marta",
        "Joan",
        "Elena",
        "Iker",
        "Ana",
    ]


def test_every_ean_is_valid_spanish_and_unique(casa_azul: NewShop) -> None:
    codes = [code.code for product in casa_azul.products for code in product.codes]
    assert [code for code in codes if gtin(code) != code or code[:2] != "84"] == []
    assert len(set(codes)) == 400


def test_every_product_has_a_place_of_its_own(casa_azul: NewShop) -> None:
    places = [product.place for product in casa_azul.products]
    assert len(set(places)) == 400
    assert [place for place in places if not re.fullmatch(r"[A-F]-\d\d-[1-5]", place)] == []


def test_five_languages_are_spoken_by_customers(casa_azul: NewShop) -> None:
    spoken = Counter(customer.language for customer in casa_azul.customers)
    assert spoken.keys() == {"es", "ca", "en", "fr", "de"}
    assert min(spoken.values()) > 40


def test_nobody_shares_a_name_an_email_or_a_number(casa_azul: NewShop) -> None:
    assert len({customer.name for customer in casa_azul.customers}) == 1500
    assert len({customer.email for customer in casa_azul.customers}) == 1500
    assert len({order.number for order in casa_azul.orders}) == len(casa_azul.orders)


def test_every_customer_has_ordered(casa_azul: NewShop) -> None:
    buyers = {order.customer for order in casa_azul.orders}
    assert {customer.outside_id for customer in casa_azul.customers} == buyers - {""}


@pytest.mark.parametrize(
    "built_at",
    [
        datetime(2026, 11, 24, 0, 5, tzinfo=MADRID),
        datetime(2026, 1, 4, 13, 0, tzinfo=MADRID),  # a Sunday, a feast on Tuesday
        datetime(2027, 3, 28, 23, 55, tzinfo=MADRID),  # the clocks went forward that night
    ],
    ids=str,
)
def test_orders_run_on_and_none_is_of_the_future(built_at: datetime) -> None:
    shop = demo_shop(built_at, resources() / "rules").founding
    placed = [order.placed_at for order in shop.orders]
    cut_offs = [order.leaves_at for order in waiting(shop) if order.leaves_at]
    assert placed == sorted(placed)
    assert placed[-1] < built_at
    assert len(cut_offs) == 60
    assert min(cut_offs) > built_at


def test_nothing_followed_an_order_before_it_or_after_today(casa_azul: NewShop) -> None:
    placed = {order.outside_id: order.placed_at for order in casa_azul.orders}
    followed = [(placed[it.order], it.at) for it in casa_azul.given]
    followed += [(placed[it.order], it.reported_at) for it in casa_azul.incidents]
    followed += [
        (it.reported_at, it.resolved_at) for it in casa_azul.incidents if it.resolved_at
    ]
    followed += [
        (it.resolved_at, it.healed_at)
        for it in casa_azul.incidents
        if it.resolved_at and it.healed_at
    ]
    assert [pair for pair in followed if not pair[0] < pair[1] < TUESDAY] == []


def test_an_incident_is_open_solved_or_made_good(casa_azul: NewShop) -> None:
    stands = Counter(
        (it.resolved_at is not None, it.healed_at is not None) for it in casa_azul.incidents
    )
    assert stands.keys() == {(False, False), (True, False), (True, True)}


def test_no_touch_was_given_against_a_limit(casa_azul: NewShop) -> None:
    touches = {touch.key: touch for touch in casa_azul.touches}
    customers = {customer.outside_id: customer for customer in casa_azul.customers}
    buyers = {order.outside_id: order.customer for order in casa_azul.orders}
    against = [
        it
        for it in casa_azul.given
        if diet(touches[it.key], customers[buyers[it.order]].limits) is not Diet.FREE
    ]
    assert against == []


def test_nobody_who_wants_nothing_extra_got_something(casa_azul: NewShop) -> None:
    shy = {it.outside_id for it in casa_azul.customers if it.no_extras or it.no_personalisation}
    theirs = {order.outside_id for order in casa_azul.orders if order.customer in shy}
    assert theirs
    assert {it.order for it in casa_azul.given} & theirs == set()


def test_nobody_buys_what_that_person_cannot_eat(casa_azul: NewShop) -> None:
    contains = {ware.product.sku: ware.contains for ware in wares(SEED)}
    limits = {it.outside_id: {*it.limits} for it in casa_azul.customers}
    against = [
        (order.number, line.sku)
        for order in casa_azul.orders
        for line in order.lines
        if order.customer and contains[line.sku] & limits[order.customer]
    ]
    assert against == []


def test_lucias_order_is_the_one_of_the_pictures(casa_azul: NewShop) -> None:
    order = next(order for order in casa_azul.orders if order.number == "10042")
    customer = next(it for it in casa_azul.customers if it.outside_id == order.customer)
    assert order.customer_name == "Lucía Fernández"
    assert [(line.sku, line.quantity) for line in order.lines] == [
        ("TET-001", 1),
        ("TAZ-002", 3),
        ("TE-001", 1),
    ]
    assert (customer.limits, customer.likes) == (("nuts",), ("té verde", "azul"))
    assert order.leaves_at == datetime(2026, 11, 24, 14, 0, tzinfo=MADRID)


def test_the_small_clay_cup_stands_beside_the_large_one(casa_azul: NewShop) -> None:
    cups = {it.variant: it.place for it in casa_azul.products if it.name == "Taza de barro"}
    assert cups == {"mini": "A-01-3", "pequeña": "A-01-4", "grande": "A-01-5"}


def test_what_waits_is_of_every_sort(casa_azul: NewShop) -> None:
    orders = waiting(casa_azul)
    lines = [[line.sku for line in order.lines] for order in orders]
    pieces = [sum(line.quantity for line in order.lines) for order in orders]
    flags = {flag for order in orders for flag in order.flags}
    assert [order.hold_reason for order in orders if order.state == "held"] == [
        "esperamos la transferencia",
        "falta la tetera",
    ]
    assert sum(order.state == "cancelled" for order in casa_azul.orders) == 1
    assert min(pieces) == 1
    assert max(map(len, lines)) >= 30
    assert sum(len(set(skus)) < len(skus) for skus in lines) == 2
    assert flags == {GIFT, "no_invoice", "no_plastic", "fragile"}
    assert "" in {order.customer for order in orders}


def test_a_gift_has_a_recipient_and_words_for_them(casa_azul: NewShop) -> None:
    gifts = [order for order in waiting(casa_azul) if GIFT in order.flags]
    assert len(gifts) >= 4
    assert all(gift.recipient and gift.gift_message for gift in gifts)
    assert {gift.opener for gift in gifts} == {Opener.RECIPIENT}


def test_total_is_what_the_lines_cost(casa_azul: NewShop) -> None:
    wrong = [
        order.number
        for order in casa_azul.orders
        if order.total_cents != sum(line.quantity * line.price_cents for line in order.lines)
    ]
    assert wrong == []


def test_some_always_come_for_the_same_thing(casa_azul: NewShop) -> None:
    bought = Counter(
        (order.customer, line.sku)
        for order in casa_azul.orders
        if order.customer
        for line in order.lines
    )
    assert bought.most_common(1)[0][1] >= 8


def test_badges_commands_and_touches_carry_codes_of_this_shop(casa_azul: NewShop) -> None:
    mark = casa_azul.shop.mark
    codes = [it.badge for it in casa_azul.packers] + [it.code for it in casa_azul.touches]
    kinds = [found[0] for code in codes if (found := read_own(mark, code))]
    assert Counter(kinds) == {Kind.BADGE: 5, Kind.TOUCH: len(casa_azul.touches)}
    assert len(set(codes)) == len(codes)
    assert tuple(casa_azul.shop.commands.values()) == COMMANDS


def test_marta_signs_in_with_the_pin_of_the_documentation(casa_azul: NewShop) -> None:
    assert check_pin("4719", casa_azul.packers[0].pin)
    assert not check_pin("4718", casa_azul.packers[0].pin)


def test_progress_goes_from_nothing_to_all() -> None:
    shares: list[float] = []
    demo_shop(TUESDAY, resources() / "rules", shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0

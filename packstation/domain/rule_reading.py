"""An owner's rule, from versioned JSON, strictly: what is not understood is refused.

    {"schema": 1, "rule_id": "r_7f3", "version": 4, "state": "on", "class": "milestone",
     "name": {"es": "Quinto pedido", "en": "Fifth order"},
     "valid": {"from": null, "to": null},
     "all": [{"id": "c1", "fact": "customer.order_number", "op": "every_nth", "value": 5}],
     "any": [], "unless": [{"id": "c2", "fact": "incident.open", "op": "yes"}],
     "actions": [{"id": "a1", "type": "write_note", "touch": "note", "recipe": "milestone"},
                 {"id": "a2", "type": "add_treat", "assortment": ["sweets-lemon"]}],
     "limits": {"cooldown_days": 120, "max_per_customer": null}, "why_owner": ""}

``state`` is "on" when absent; ``valid``, ``any``, ``unless``, ``limits`` and ``why_owner`` may
be left out. Money is in cents. An action names one ``touch`` or an ``assortment`` of keys.
"""

from datetime import date
from typing import Final

from packstation.domain.json_parts import Part, RuleBroken, load
from packstation.domain.rule_conditions import conditions
from packstation.domain.rules import (
    Action,
    ActionType,
    Limits,
    Recipe,
    Rule,
    RuleClass,
    RuleState,
)

SCHEMA: Final = 1


class RulesLeftOut(Exception):
    """Rules that are switched on and cannot be read: touches are planned without them.

    ``broken`` has the key of each and what is wrong with it.
    """

    def __init__(self, broken: tuple[tuple[str, RuleBroken], ...]) -> None:
        super().__init__(", ".join(f"{key} ({why})" for key, why in broken))
        self.broken = broken


_NEEDED = ("schema", "rule_id", "version", "class", "name", "all", "actions")
_OPTIONAL = ("state", "any", "unless", "valid", "limits", "why_owner")


def read_rule(text: str) -> Rule:
    """The rule in ``text``; raises RuleBroken."""
    return _rule(load(text))


def rule_of(body: object) -> Rule:
    """The rule in JSON already parsed, as a database hands it over; raises RuleBroken."""
    return _rule(Part("", body))


def _rule(body: Part) -> Rule:
    fields = body.fields(_NEEDED, _OPTIONAL)
    if fields["schema"].number() != SCHEMA:
        raise fields["schema"].broken(f"only schema {SCHEMA} can be read")
    valid_from, valid_to = _valid(fields.get("valid"))
    rule = Rule(
        id=fields["rule_id"].key(),
        version=fields["version"].number(least=1),
        names=fields["name"].texts_by_key(),
        state=fields["state"].one_of(RuleState) if "state" in fields else RuleState.ON,
        kind=fields["class"].one_of(RuleClass),
        all=conditions(fields["all"]),
        any=conditions(fields.get("any")),
        unless=conditions(fields.get("unless")),
        actions=tuple(_action(part) for part in fields["actions"].some()),
        limits=_limits(fields.get("limits")),
        valid_from=valid_from,
        valid_to=valid_to,
        why_owner=fields["why_owner"].text(longest=500) if "why_owner" in fields else "",
    )
    _check_whole(rule, body)
    return rule


def _check_whole(rule: Rule, body: Part) -> None:
    ids = [it.id for it in rule.conditions] + [it.id for it in rule.actions]
    if len(set(ids)) < len(ids):
        raise body.broken("two conditions or actions have the same id")
    if not rule.all and not rule.any and rule.valid_to is None:
        raise body.broken("without a condition or a last day it would never stop")


def _action(part: Part) -> Action:
    fields = part.fields(("id", "type"), ("touch", "assortment", "recipe"))
    kind = fields["type"].one_of(ActionType)
    recipe = fields.get("recipe")
    if recipe is not None and kind is not ActionType.WRITE_NOTE:
        raise recipe.broken("only a note has a recipe")
    return Action(
        id=fields["id"].key(),
        type=kind,
        assortment=_assortment(part, fields),
        recipe=None if recipe is None else recipe.one_of(Recipe),
    )


def _assortment(part: Part, fields: dict[str, Part]) -> tuple[str, ...]:
    match fields.get("touch"), fields.get("assortment"):
        case Part() as touch, None:
            return (touch.key(),)
        case None, Part() as assortment:
            return assortment.once(assortment.some(), Part.key)
        case _:
            raise part.broken("it should name either a touch or an assortment")


def _limits(part: Part | None) -> Limits:
    if part is None:
        return Limits()
    fields = part.fields((), ("cooldown_days", "max_per_customer"))
    cooldown, most = fields.get("cooldown_days"), fields.get("max_per_customer")
    return Limits(
        cooldown_days=None if cooldown is None else cooldown.number(least=0),
        max_per_customer=None if most is None else most.number(least=1),
    )


def _valid(part: Part | None) -> tuple[date | None, date | None]:
    if part is None:
        return None, None
    fields = part.fields((), ("from", "to"))
    first, last = (_day(fields.get(end)) for end in ("from", "to"))
    if first is not None and last is not None and first > last:
        raise part.broken("it ends before it begins")
    return first, last


def _day(part: Part | None) -> date | None:
    if part is None:
        return None
    try:
        return date.fromisoformat(part.text(longest=10))
    except ValueError as error:
        raise part.broken("it should be a day such as 2026-12-24") from error

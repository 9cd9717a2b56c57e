"""Leaves out one part of a module at a time, which a tool that swaps operators never does.

Started as ``python -m tests.mutation.leave_out SOCKET MODULES...`` in a copy of the project. A
part is a condition of a WHERE, of ``and``, ``or`` or a comprehension, a value that is written,
a named argument, an element of a tuple, one of two dicts that are joined, a guard, a case or a
whole statement.
"""

import ast
import sys
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import NamedTuple

from tests.mutation.ask import passed

CONDITIONS = ("where", "or_", "in_", "order_by", "limit")
TYPES_ONLY = ("annotation", "returns")


class Cut(NamedTuple):
    """With these ``fields`` instead of its own, ``node`` is without ``part``."""

    node: ast.AST
    part: ast.AST
    fields: dict[str, object]


def cuts_in(node: ast.AST) -> Iterator[Cut]:
    """All that can be left out below ``node``, apart from what only names types."""
    yield from _whole_parts(node)
    for name, value in ast.iter_fields(node):
        if name in TYPES_ONLY or _is_alias(node):
            continue
        parts = value if isinstance(value, list) else [value]
        for n, part in enumerate(parts):
            for instead in _in_place_of(node, name, part):
                left = [*parts[:n], *instead, *parts[n + 1 :]]
                yield Cut(node, part, {name: left if parts is value else left[0]})
            if isinstance(part, ast.AST):
                yield from cuts_in(part)


def _whole_parts(node: ast.AST) -> Iterator[Cut]:
    match node:
        case ast.Dict(keys=keys, values=values):
            for n, value in enumerate(values):
                left = {
                    "keys": keys[:n] + keys[n + 1 :],
                    "values": values[:n] + values[n + 1 :],
                }
                yield Cut(node, value, left)
        case ast.match_case(guard=ast.expr() as guard):
            yield Cut(node, guard, {"guard": None})
        case _:
            pass


def _in_place_of(node: ast.AST, name: str, part: object) -> Iterator[list[ast.AST]]:
    match node, name, part:
        case (
            (ast.BoolOp(), "values", _)
            | (ast.comprehension(), "ifs", _)
            | (ast.Match(), "cases", _)
            | (ast.Tuple(ctx=ast.Load()), "elts", _)
            | (ast.Call(), "keywords", _)
        ):
            yield []
        case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)), "args", _:
            if called in CONDITIONS:
                yield []
        case _, _, ast.Expr(value=ast.Constant()):
            pass
        case _, _, ast.Expr() | ast.If() | ast.For() | ast.AugAssign() | ast.Continue():
            yield [ast.Pass()]
        case _, _, ast.Assign(targets=[ast.Subscript()]):
            yield [ast.Pass()]
        case _:
            pass
    match part:
        case ast.BinOp(left=left, op=ast.BitAnd() | ast.BitOr(), right=right):
            yield [left]
            yield [right]
        case _:
            pass


def _written_out(tree: ast.Module) -> ast.Module:
    """``tree`` with conditions that several statements share written into each of them."""
    shared: dict[str, list[ast.expr]] = {}
    for it in [*tree.body]:
        match it:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Tuple(elts=parts)):
                shared[name] = parts
                tree.body.remove(it)
            case _:
                pass
    for call in (it for it in ast.walk(tree) if isinstance(it, ast.Call)):
        call.args = [part for it in call.args for part in _parts_of(it, shared)]
    return tree


def _parts_of(argument: ast.expr, shared: dict[str, list[ast.expr]]) -> list[ast.expr]:
    match argument:
        case ast.Starred(value=ast.Name(id=name)) if name in shared:
            return [ast.copy_location(copy(it), argument) for it in shared[name]]
        case _:
            return [argument]


def _is_alias(node: ast.AST) -> bool:
    """``Bench = Free | Packing`` names types too, and so does ``tuple[Packing, Outcome]``."""
    return isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp | ast.Subscript)


def survivors_of(module: Path, at: str) -> Iterator[str]:
    """What can be left out of ``module`` and nobody notices; then how much that is."""
    source = module.read_text("utf-8")
    tree = _written_out(ast.parse(source))
    cuts = [*cuts_in(tree)]
    survived = 0
    try:
        _write(module, tree)
        if not passed(at):
            sys.exit(f"{module} as a whole must pass first.")
        for cut in cuts:
            whole = {name: getattr(cut.node, name) for name in cut.fields}
            _set(cut.node, cut.fields)
            _write(module, tree)
            _set(cut.node, whole)
            if passed(at):
                survived += 1
                yield f"{module}:{_line(cut)}: {ast.unparse(cut.part)}"
    finally:
        module.write_text(source, "utf-8")
    yield f"{module}: {len(cuts)} left out, {survived} survived"


def _write(module: Path, tree: ast.Module) -> None:
    module.write_text(ast.unparse(ast.fix_missing_locations(tree)), "utf-8")


def _set(node: ast.AST, fields: dict[str, object]) -> None:
    for name, value in fields.items():
        setattr(node, name, value)


def _line(cut: Cut) -> int:
    """Where the part begins; a case has no line, its pattern does."""
    lines = (getattr(it, "lineno", None) for it in ast.walk(cut.part))
    return next((line for line in lines if line), 0)


if __name__ == "__main__":
    for named in sys.argv[2:]:
        for line in survivors_of(Path(named), sys.argv[1]):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()

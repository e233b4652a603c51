"""What every command says of a wrong word: one Dutch line that names the argument, whatever argparse would say."""

import argparse
import inspect
import re
from collections.abc import Iterator

import pytest

from bot.cli import _parser, main
from bot.cli.parser import Parser
from bot.errors import InvoerFout

ENGELS = {
    stuk.strip()
    for tekst in re.findall(r"""_\(\s*(['"])(.+?)\1""", inspect.getsource(argparse))
    for stuk in re.split(r"%\(\w+\)[rsd]|%[rsd]", tekst[1])
    if len(re.sub(r"\W", "", stuk)) >= 4
}
"""What argparse of this Python says, without what it fills in: so that no test knows its words."""
RAAR = "%vreemd%"


def alle(parser: argparse.ArgumentParser, *woorden: str) -> Iterator[tuple[argparse.ArgumentParser, tuple[str, ...]]]:
    """Return each parser with the words that lead to it."""
    yield parser, woorden
    for actie in parser._actions:
        if isinstance(actie, argparse._SubParsersAction):
            for naam, deel in actie.choices.items():
                yield from alle(deel, *woorden, naam)


def _past_niet(actie: argparse.Action) -> bool:
    """Say whether an argument refuses `RAAR`."""
    if actie.choices:
        return True
    try:
        (actie.type or str)(RAAR)  # type: ignore[operator]
    except (ValueError, TypeError, argparse.ArgumentTypeError):
        return True
    return False


def fouten(parser: argparse.ArgumentParser) -> Iterator[tuple[list[str], list[str]]]:
    """Return each kind of mistake that can be made with a command, and what must be named."""
    acties = [actie for actie in parser._actions if actie.dest != "help"]
    los = [actie for actie in acties if not actie.option_strings]
    yield [f"--{RAAR}"], [f"--{RAAR}"]
    nodig = [actie for actie in acties if actie.required]
    if nodig:
        yield [], [(actie.option_strings or [str(actie.metavar or actie.dest)])[-1] for actie in nodig]
    if not any(actie.nargs == argparse.PARSER for actie in los):
        yield ["x"] * len(los) + [RAAR], [los[0].dest if los and _past_niet(los[0]) else RAAR]
    for actie in acties:
        naam = actie.option_strings[-1] if actie.option_strings else str(actie.metavar or actie.dest)
        if actie.option_strings and actie.nargs == 0:
            yield [f"{naam}={RAAR}"], [naam]
            yield [naam[:-1]], [naam[:-1]]  # an abbreviation
        elif actie.option_strings and actie.nargs != argparse.OPTIONAL:
            yield [naam], [naam]
        if actie.nargs != 0 and _past_niet(actie):
            yield [*actie.option_strings[-1:], RAAR], [naam, RAAR, *map(str, actie.choices or ())]
    for groep in parser._mutually_exclusive_groups:
        namen = [actie.option_strings[-1] for actie in groep._group_actions]
        een, ander, *_ = (
            [naam] if actie.nargs == 0 else [naam, RAAR]
            for naam, actie in zip(namen, groep._group_actions, strict=True)
        )
        yield [*een, *ander], namen[:2]
        if groep.required:
            yield [], namen


def test_every_mistake_with_every_command_is_one_dutch_line_that_names_it() -> None:
    aantal = 0
    for parser, woorden in alle(_parser()):
        for mis, genoemd in fouten(parser):
            geef = [*woorden, *mis]
            with pytest.raises(InvoerFout) as gezegd:
                _parser(geef[:1]).parse_args(geef)
            regel, aantal = str(gezegd.value), aantal + 1
            assert regel.endswith(f"; zie {' '.join(('gehoord', *woorden))} --help"), (geef, regel)
            assert "\n" not in regel
            assert [naam for naam in genoemd if naam not in regel] == [], (geef, regel)
            assert [stuk for stuk in ENGELS if stuk in regel] == [], (geef, regel)
    assert aantal > 100


def test_what_a_command_takes_is_told_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    for parser, woorden in alle(_parser()):
        with pytest.raises(SystemExit) as klaar:
            main([*woorden, "--help"])
        uit = capsys.readouterr().out
        assert klaar.value.code == 0
        assert uit.startswith(f"gebruik: {' '.join(('gehoord', *woorden))}")
        assert [stuk for stuk in ENGELS if stuk in uit] == []
        assert [actie.dest for actie in parser._actions if not actie.help and actie.dest != "opdracht"] == []


def test_a_kind_of_argument_that_no_command_has_yet_is_refused_in_dutch_too(capsys: pytest.CaptureFixture[str]) -> None:
    parser = Parser(prog="gehoord")
    parser.add_argument("--getal", type=int)
    parser.add_argument("--twee", nargs=2)
    parser.add_argument("--deel", type=["a"].index)
    for woorden in (["--getal", "x"], ["--twee", "1"], ["--deel", "x"], ["--twee=1"]):
        with pytest.raises(InvoerFout) as gezegd:
            parser.parse_args(woorden)
        assert str(gezegd.value).startswith(woorden[0][:6].rstrip("="))
        assert [stuk for stuk in ENGELS if stuk in str(gezegd.value)] == []
    with pytest.raises(InvoerFout, match="deze opdracht kan zo niet; zie gehoord"):
        parser.error("the following arguments are wrong")
    assert capsys.readouterr() == ("", "")


def test_this_finds_the_english_of_argparse() -> None:
    parser = argparse.ArgumentParser(prog="x", exit_on_error=False)
    parser.add_argument("--getal", type=int)
    for mis in (["--getal"], ["--getal", "x"]):
        with pytest.raises(argparse.ArgumentError) as gezegd:
            parser.parse_args(mis)
        assert [stuk for stuk in ENGELS if stuk in str(gezegd.value)]
    assert [stuk for stuk in ENGELS if stuk in parser.format_help()]

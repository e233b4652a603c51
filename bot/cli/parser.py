"""How a command line is read, in Dutch: argparse has its own English for what is wrong, other words in each version.

Nothing here looks at those words. What argparse would say is said before it can, and what it says nevertheless is
replaced by a sentence that names the argument.
"""

import argparse
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from bot.errors import InvoerFout

_ONBEKEND = "deze opdracht kan zo niet"
_GETAL = {int: "een heel getal, zoals 14", float: "een getal, zoals 2.5"}


class _Opmaak(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Reads the words of a command; each mistake is one line that names the argument and the mend.

    A word that it does not know is a mistake at once: abbreviations are not taken.
    """

    def __init__(self, *, add_help: bool = True, **hoe: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, exit_on_error=False, formatter_class=_Opmaak, **hoe)
        self._positionals.title, self._optionals.title = "wat erbij hoort", "wat kan"
        if add_help:
            self.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help="laat dit zien")
        self._eisen: tuple[list[argparse.Action], list[Any]] = [], []

    def parse_known_args(  # type: ignore[override]  # typeshed has overloads for other namespaces
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Return what was given; nothing is left over.

        Raises:
            InvoerFout: the first thing that is wrong.
        """
        self._eisen = [een for een in self._actions if een.required], self._mutually_exclusive_groups
        self._zet_eisen(aan=False)  # what is missing and what cannot go together, it would say in English
        try:
            keuze, rest = super().parse_known_args(args, namespace)
        except argparse.ArgumentError as fout:
            self._mis(f"{fout.argument_name}: schrijf dit zonder iets erachter" if fout.argument_name else _ONBEKEND)
        finally:
            self._zet_eisen(aan=True)
        self._kijk_na(keuze, rest)
        return keuze, []

    def print_help(self, file: Any = None) -> None:
        """Print what the command takes; it is asked for while the words are being read."""
        if any(self._eisen):
            self._zet_eisen(aan=True)
        super().print_help(file)

    def error(self, message: str) -> NoReturn:
        """Refuse; what argparse calls this for is said before it can, so its words are not used."""
        self._mis(_ONBEKEND)

    def _zet_eisen(self, *, aan: bool) -> None:
        nodig, groepen = self._eisen
        for actie in nodig:
            actie.required = aan
        self._mutually_exclusive_groups = groepen if aan else []

    def _kijk_na(self, keuze: argparse.Namespace, rest: Sequence[str]) -> None:
        def gegeven(acties: Sequence[argparse.Action]) -> list[str]:
            return [_naam(een) for een in acties if getattr(keuze, een.dest, een.default) is not een.default]

        if rest:
            kan = ", ".join(_naam(een) for een in self._actions if een.dest != "help")
            self._mis(f"'{rest[0][:60]}' hoort hier niet; dit kan wel: {kan or 'niets'}")
        nodig, groepen = self._eisen
        mist = [_naam(een) + _keuzen(een) for een in nodig if not gegeven([een])]
        for acties, is_nodig in ((groep._group_actions, groep.required) for groep in groepen):
            genoemd = gegeven(acties)
            if len(genoemd) > 1:
                self._mis(f"{' en '.join(genoemd)} gaan niet samen; kies er een")
            if is_nodig and not genoemd:
                mist.append(" of ".join(map(_naam, acties)))
        if mist:
            self._mis(f"er ontbreekt: {', '.join(mist)}")

    def _mis(self, wat: str) -> NoReturn:
        raise InvoerFout(f"{wat}; zie {self.prog} --help")

    def _match_argument(self, action: argparse.Action, arg_strings_pattern: str) -> int:
        try:
            return super()._match_argument(action, arg_strings_pattern)
        except argparse.ArgumentError:
            self._mis(f"{_naam(action)}: hier hoort iets achter")

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        soort = self._registry_get("type", action.type, action.type)
        try:
            return soort(arg_string)
        except argparse.ArgumentTypeError as fout:  # in our own words
            self._mis(f"{_naam(action)}: {fout}")
        except (TypeError, ValueError):
            hoort = _GETAL.get(soort, "iets anders")
            self._mis(f"{_naam(action)}: '{arg_string[:60]}' kan niet; schrijf {hoort}")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            self._mis(f"{_naam(action)}: '{str(value)[:60]}' ken ik niet{_keuzen(action)}")


def _naam(actie: argparse.Action) -> str:
    """Return how an argument is written, with what comes behind it."""
    if not actie.option_strings:
        return str(actie.metavar or actie.dest)
    achter = "" if actie.nargs == 0 else f" {actie.metavar or actie.dest.upper()}"
    return actie.option_strings[-1] + achter


def _keuzen(actie: argparse.Action) -> str:
    return f"; kies uit: {', '.join(map(str, actie.choices))}" if actie.choices else ""

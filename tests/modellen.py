"""aiogram builds all its models when it is imported, 3 s of each process; with this each is built at its first use.

Nothing is checked less: the same models come of the same names, only later.
"""

from typing import Any

from pydantic import BaseModel

_bouw = BaseModel.model_rebuild.__func__  # type: ignore[attr-defined]
_namen: dict[str, Any] = {}


def _bij_eerste_gebruik(cls: type[BaseModel], /, **hoe: Any) -> bool | None:
    if cls.__module__.startswith("aiogram."):
        if "_types_namespace" in hoe:  # as aiogram asks for all at once
            _namen.update(hoe["_types_namespace"])
            return None
        hoe["_types_namespace"] = _namen
    gebouwd: bool | None = _bouw(cls, **hoe)
    return gebouwd


BaseModel.model_rebuild = classmethod(_bij_eerste_gebruik)  # type: ignore[assignment]

"""The conformance host's operations, as a generated DTO file states them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import Dict, List, Optional

from dataclasses_json import LetterCase, Undefined, config, dataclass_json
from servicestack import IGet, IPost, IReturn, IReturnVoid, ResponseStatus


def dto(cls):
    """The decorators that a generated file repeats on every class."""
    return dataclass_json(letter_case=LetterCase.CAMEL, undefined=Undefined.EXCLUDE)(dataclass(cls))


@dto
class HelloResponse:
    result: Optional[str] = None
    response_status: Optional[ResponseStatus] = None


@dto
class Hello(IReturn[HelloResponse], IPost):
    name: Optional[str] = None


@dto
class ThrowResponse:
    result: Optional[str] = None
    response_status: Optional[ResponseStatus] = None


@dto
class Throw(IReturn[ThrowResponse], IPost):
    status: Optional[int] = None
    type: Optional[str] = None
    message: Optional[str] = None
    error_code: Optional[str] = None
    param: Optional[str] = None


@dto
class Nested:
    id: int = 0
    name: Optional[str] = None


@dto
class ValidatedResponse:
    result: Optional[str] = None
    response_status: Optional[ResponseStatus] = None


@dto
class Validated(IReturn[ValidatedResponse], IPost):
    name: Optional[str] = None
    age: int = 0
    email: Optional[str] = None
    items: Optional[List[Nested]] = None


@dto
class DoVoid(IReturnVoid, IPost):
    name: Optional[str] = None


@dto
class AdminOnly(IReturn[HelloResponse], IGet):
    name: Optional[str] = None


@dto
class Raw(IReturn[str], IGet):
    kind: Optional[str] = None


@dto
class Unheard(IReturn[HelloResponse], IPost):
    """No operation of the host."""


class Colour(str, Enum):
    RED = "Red"
    GREEN = "Green"
    BLUE = "Blue"


@dto
class AllTypes(IReturn["AllTypes"], IPost):
    """The properties that the scenarios use; it answers itself."""

    int_: int = field(metadata=config(field_name="int"), default=0)
    double: float = 0.0
    bool_: bool = field(metadata=config(field_name="bool"), default=False)
    string: Optional[str] = None
    date_time: Optional[datetime] = None
    time_span: Optional[timedelta] = None
    guid: Optional[str] = None
    bytes_: Optional[bytes] = field(metadata=config(field_name="bytes"), default=None)
    enum: Optional[Colour] = None
    string_list: Optional[List[str]] = None
    int_list: Optional[List[int]] = None
    string_map: Optional[Dict[str, str]] = None
    nested: Optional[Nested] = None
    nested_list: Optional[List[Nested]] = None
    response_status: Optional[ResponseStatus] = None

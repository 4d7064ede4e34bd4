"""The file at `/types/python`, used by ServiceStack's client. Fails by its exit code."""

import datetime
import os
from decimal import Decimal

from servicestack import Authenticate, JsonServiceClient, WebServiceException

import dtos

client = JsonServiceClient(os.environ["HOST_URL"])

assert client.send(dtos.Hello(name="World")).result == "Hello, World!"

sent = dtos.AllTypes(
    int_=3,
    nullable_int=4,
    s_byte=-5,
    long=9007199254740991,
    decimal_=Decimal("1.5"),
    bool_=True,
    string="text",
    date_time=datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc),
    time_span=datetime.timedelta(hours=1),
    bytes_=b"bytes",
    enum=dtos.Colour.BLUE,
    flags=dtos.Perms.READ | dtos.Perms.EXEC,
    member_enum=dtos.MemberEnum.SECOND,
    matrix=[[1], [2, 3]],
    string_map={"a": "b"},
    int_key_map={1: "x"},
    nested=dtos.Nested(id=7, child=dtos.Nested(name="inner")),
)
echoed = client.send(sent)
assert isinstance(echoed, dtos.AllTypes)
for name, value in vars(sent).items():
    if value not in (None, 0, False) and name not in ("nested", "date_time_offset"):
        assert getattr(echoed, name) == value, (name, value, getattr(echoed, name))
assert echoed.nested.child.name == "inner"

try:
    client.send(dtos.Validated(age=-1))
    raise AssertionError("the call succeeded")
except WebServiceException as failed:
    assert failed.response_status.error_code == "NotEmpty", failed.response_status

client.send(dtos.DoVoid(name="x"))
client.post(Authenticate(provider="credentials", user_name="test", password="p@55wOrd"))
key = client.send(dtos.GenerateTwoFactorAuthenticationKeyRequest(organisation_id="o"))
assert key.two_factor_uri.startswith("otpauth:"), key

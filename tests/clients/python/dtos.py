"""The operations that the scenarios call, as a generated DTO file states them."""

from dataclasses import dataclass
from typing import Generic, Optional, TypeVar

from dataclasses_json import LetterCase, Undefined, dataclass_json
from servicestack import IPost, IPut, IReturn, ResponseStatus

TResponse = TypeVar("TResponse")


class ITenantedRequest:
    organisation_id: Optional[str] = None


@dataclass_json(letter_case=LetterCase.CAMEL, undefined=Undefined.EXCLUDE)
@dataclass
class PutOperationUnTenanted(Generic[TResponse], IPut):
    pass


@dataclass_json(letter_case=LetterCase.CAMEL, undefined=Undefined.EXCLUDE)
@dataclass
class PutOperationTenanted(Generic[TResponse], PutOperationUnTenanted[TResponse], ITenantedRequest):
    organisation_id: Optional[str] = None


@dataclass_json(letter_case=LetterCase.CAMEL, undefined=Undefined.EXCLUDE)
@dataclass
class GenerateTwoFactorAuthenticationKeyResponse:
    response_status: Optional[ResponseStatus] = None
    two_factor_uri: Optional[str] = None


@dataclass_json(letter_case=LetterCase.CAMEL, undefined=Undefined.EXCLUDE)
@dataclass
class GenerateTwoFactorAuthenticationKeyRequest(
    PutOperationTenanted[GenerateTwoFactorAuthenticationKeyResponse],
    IReturn[GenerateTwoFactorAuthenticationKeyResponse],
):
    pass


@dataclass_json(letter_case=LetterCase.CAMEL, undefined=Undefined.EXCLUDE)
@dataclass
class AuthenticateResponse:
    user_id: Optional[str] = None
    session_id: Optional[str] = None
    user_name: Optional[str] = None
    bearer_token: Optional[str] = None
    refresh_token: Optional[str] = None
    response_status: Optional[ResponseStatus] = None


@dataclass_json(letter_case=LetterCase.CAMEL, undefined=Undefined.EXCLUDE)
@dataclass
class Authenticate(IReturn[AuthenticateResponse], IPost):
    provider: Optional[str] = None
    user_name: Optional[str] = None
    password: Optional[str] = None

"""The gateway under test, as the environment states it, and clients for it."""

import os

from servicestack import JsonServiceClient

from dtos import Authenticate


def required(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise RuntimeError(f"set {name}: see docs/CONTRIBUTING.md")
    return value


URL = required("GATEWAY_URL")
USER = required("GATEWAY_USER")
PASSWORD = required("GATEWAY_PASSWORD")
ORGANISATION = required("GATEWAY_ORGANISATION")


def recorded():
    """A client and the list of `requests` responses that it will get."""
    client = JsonServiceClient(URL)
    responses = []
    client.response_filter = responses.append
    client.exception_filter = lambda response, _error: responses.append(response)
    return client, responses


def logged_in():
    client, responses = recorded()
    client.post(Authenticate(provider="credentials", user_name=USER, password=PASSWORD))
    responses.clear()
    return client, responses

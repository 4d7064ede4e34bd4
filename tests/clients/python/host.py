"""The conformance host under test, as the environment states it, and clients for it."""

from dtos import Authenticate
from recorder import record, required

URL = required("CONFORMANCE_URL")
PASSWORD = required("CONFORMANCE_PASSWORD")
"""Of the users `test` and `admin`."""


def recorded():
    """A client and the list of `requests` responses that it will get."""
    return record(URL)


def logged_in(user):
    client, responses = recorded()
    client.post(Authenticate(provider="credentials", user_name=user, password=PASSWORD))
    responses.clear()
    return client, responses

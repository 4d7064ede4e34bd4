"""The gateway under test, as the environment states it, and clients for it."""

from dtos import Authenticate
from recorder import record, required

URL = required("GATEWAY_URL")
USER = required("GATEWAY_USER")
PASSWORD = required("GATEWAY_PASSWORD")
ORGANISATION = required("GATEWAY_ORGANISATION")


def recorded():
    """A client and the list of `requests` responses that it will get."""
    return record(URL)


def logged_in():
    client, responses = recorded()
    client.post(Authenticate(provider="credentials", user_name=USER, password=PASSWORD))
    responses.clear()
    return client, responses

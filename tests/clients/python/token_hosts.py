"""Two gateways with tokens: one answers them, one sets them as cookies; and proofs for the first."""

from dtos import Authenticate
from recorder import record, required

USER = required("GATEWAY_USER")
EXPIRED_TOKEN = required("EXPIRED_TOKEN")
API_KEY = required("API_KEY")


def recorded():
    """A client of the gateway that answers tokens, and the list of responses that it will get."""
    return record(required("TOKENS_URL"))


def tokens():
    """Access and refresh token of a new sign-in."""
    client, _ = recorded()
    password = required("TOKENS_PASSWORD")
    answer = client.post(Authenticate(provider="credentials", user_name=USER, password=password))
    return answer.bearer_token, answer.refresh_token


def logged_in_with_cookies():
    """A client that has signed in where tokens come as cookies."""
    client, responses = record(required("COOKIES_URL"))
    password = required("COOKIES_PASSWORD")
    client.post(Authenticate(provider="credentials", user_name=USER, password=password))
    responses.clear()
    return client, responses

"""What a suite needs whatever host it talks to."""

import os

from servicestack import JsonServiceClient, WebServiceException


def required(name):
    """An environment variable that the suite cannot do without."""
    value = os.environ.get(name)
    if not value:
        raise RuntimeError(f"set {name}: see docs/CONTRIBUTING.md")
    return value


def record(url):
    """A client and the list of `requests` responses that it will get."""
    client = JsonServiceClient(url)
    responses = []
    client.response_filter = responses.append
    # The client reports an error twice, the second time without its response.
    client.exception_filter = lambda response, _error: response is None or responses.append(response)
    return client, responses


def rejection(call):
    """The WebServiceException that `call` ends with."""
    try:
        call()
    except WebServiceException as error:
        return error
    raise AssertionError("the call succeeded")

"""Tokens and API keys with ServiceStack's Python client."""

import json
import unittest

from dtos import GenerateTwoFactorAuthenticationKeyRequest as GenerateKey
from recorder import rejection
from token_hosts import API_KEY, EXPIRED_TOKEN, logged_in_with_cookies, recorded, tokens


def sent(responses):
    """Verb, path and status of each exchange."""
    return [(r.request.method, r.request.path_url, r.status_code) for r in responses]


PUT = "/api/GenerateTwoFactorAuthenticationKeyRequest"
REFRESH = "/api/GetAccessToken"


class TokensTest(unittest.TestCase):
    def test_p5_a_refresh_does_not_make_a_bad_request_good(self):
        client, responses = recorded()
        access, refresh = tokens()
        client.set_bearer_token(access).set_refresh_token(refresh)
        error = rejection(lambda: client.put(GenerateKey(organisation_id="not a valid id!")))
        self.assertEqual((error.status_code, error.response_status.errors[0].field_name), (400, "OrganisationId"))
        self.assertEqual(sent(responses)[:3], [("PUT", PUT, 400), ("POST", REFRESH, 200), ("PUT", PUT, 400)])

    def test_p6_a_bearer_token_is_a_login_until_it_expires(self):
        client, responses = recorded()
        client.set_bearer_token(tokens()[0])
        self.assertTrue(client.put(GenerateKey()).two_factor_uri)
        self.assertEqual(sent(responses), [("PUT", PUT, 200)])
        for token, code in (("a.b.c", "Unauthorized"), (EXPIRED_TOKEN, "TokenException")):
            client, _ = recorded()
            client.set_bearer_token(token)
            error = rejection(lambda: client.put(GenerateKey()))
            self.assertEqual((error.status_code, error.response_status.error_code), (401, code))

    def test_p7_a_refresh_token_makes_up_for_a_bad_bearer_token(self):
        for bad in ("a.b.c", EXPIRED_TOKEN):
            client, responses = recorded()
            client.set_bearer_token(bad).set_refresh_token(tokens()[1])
            self.assertTrue(client.put(GenerateKey()).two_factor_uri)
            self.assertEqual(sent(responses)[-1], ("PUT", PUT, 200))
            self.assertNotEqual(client.bearer_token, bad)
            responses.clear()
            self.assertTrue(client.put(GenerateKey()).two_factor_uri)
            self.assertEqual(sent(responses), [("PUT", PUT, 200)])

    def test_p9_tokens_in_cookies_are_renewed(self):
        client, responses = logged_in_with_cookies()
        self.assertTrue(client.use_token_cookie)
        first = client.put(GenerateKey()).two_factor_uri
        self.assertTrue(first)
        spoil(client._session.cookies, "a.b.c")
        responses.clear()
        self.assertEqual(client.put(GenerateKey()).two_factor_uri, first)
        refreshes = [r for r in responses if r.request.path_url == REFRESH]
        self.assertEqual([json.loads(r.request.body) for r in refreshes], [{}])
        self.assertIn("ss-tok", refreshes[0].cookies)

    def test_p10_an_api_key_in_three_ways(self):
        for key, is_known in ((API_KEY, True), ("ak-" + "0" * 32, False)):
            for prove in (
                lambda client: client.headers.update({"X-Api-Key": key}),
                lambda client: client.set_bearer_token(key),
                lambda client: client.set_credentials(key, ""),
            ):
                client, responses = recorded()
                prove(client)
                if is_known:
                    self.assertTrue(client.put(GenerateKey()).two_factor_uri)
                    self.assertEqual(sent(responses), [("PUT", PUT, 200)])
                else:
                    error = rejection(lambda: client.put(GenerateKey()))
                    self.assertEqual(error.response_status.error_code, "Unauthorized")


def spoil(jar, value):
    """Puts another access token in the place of the cookie's."""
    for cookie in jar:
        if cookie.name == "ss-tok":
            cookie.value = value


if __name__ == "__main__":
    unittest.main()

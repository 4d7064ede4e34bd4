"""Logins of ServiceStack's Python client, and what it does without one."""

import unittest

from dtos import Authenticate
from dtos import GenerateTwoFactorAuthenticationKeyRequest as GenerateKey
from host import PASSWORD, logged_in, recorded
from host_dtos import AdminOnly, Validated
from recorder import rejection
from servicestack.clients import WebServiceExceptionType


class SessionsTest(unittest.TestCase):
    def test_a_role_that_the_user_lacks(self):
        client, _ = logged_in("test")
        error = rejection(lambda: client.get(AdminOnly()))
        self.assertEqual((error.status_code, error.response_status.error_code), (403, "Forbidden"))
        client, _ = logged_in("admin")
        self.assertEqual(client.get(AdminOnly(name="x")).result, "admin x")

    def test_on_authentication_required_logs_in(self):
        client, responses = recorded()
        client.on_authentication_required = lambda: client.post(
            Authenticate(provider="credentials", user_name="test", password=PASSWORD))
        self.assertTrue(client.put(GenerateKey()).two_factor_uri)
        paths = [(response.request.method, response.status_code) for response in responses]
        self.assertEqual(paths, [("PUT", 401), ("POST", 200), ("PUT", 200)])

    def test_p6_a_bearer_token_that_nobody_knows(self):
        client, _ = recorded()
        client.set_bearer_token("a.b.c")
        error = rejection(lambda: client.put(GenerateKey()))
        self.assertEqual((error.status_code, error.response_status.error_code), (401, "Unauthorized"))

    def test_p8_a_refresh_token_that_nobody_knows(self):
        client, _ = recorded()
        client.set_bearer_token("a.b.c").set_refresh_token("d.e.f")
        error = rejection(lambda: client.put(GenerateKey()))
        self.assertEqual(error.type, WebServiceExceptionType.REFRESH_TOKEN_EXCEPTION)
        self.assertTrue(error.response_status.error_code)

    def test_this_client_asks_for_a_new_token_after_any_failure(self):
        client, responses = recorded()
        client.set_refresh_token("d.e.f")
        error = rejection(lambda: client.post(Validated()))
        self.assertEqual(responses[0].status_code, 400)
        self.assertEqual(error.type, WebServiceExceptionType.REFRESH_TOKEN_EXCEPTION)

    def test_a_wrong_password_leaves_no_session(self):
        client, _ = recorded()
        login = Authenticate(provider="credentials", user_name="test", password="wrong")
        error = rejection(lambda: client.post(login))
        self.assertEqual((error.status_code, error.response_status.error_code), (401, "Unauthorized"))
        self.assertEqual(rejection(lambda: client.put(GenerateKey())).status_code, 401)

    def test_p11_basic_comes_with_the_first_request(self):
        client, responses = recorded()
        client.set_credentials("test", PASSWORD)
        self.assertTrue(client.put(GenerateKey()).two_factor_uri)
        self.assertEqual([response.status_code for response in responses], [200])

    def test_a_logout_ends_the_session(self):
        client, _ = logged_in("test")
        client.post(Authenticate(provider="logout"))
        self.assertEqual(rejection(lambda: client.put(GenerateKey())).status_code, 401)


if __name__ == "__main__":
    unittest.main()

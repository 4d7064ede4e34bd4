"""ServiceStack's Python client and the first operation."""

import unittest

import pyotp
from servicestack import WebServiceException

from dtos import GenerateTwoFactorAuthenticationKeyRequest as GenerateKey
from gateway import ORGANISATION, PASSWORD, USER, logged_in, recorded


class GenerateKeyTest(unittest.TestCase):
    def test_p1_without_a_login_the_error_is_unauthorized(self):
        client, _ = recorded()
        with self.assertRaises(WebServiceException) as raised:
            client.put(GenerateKey())
        self.assertEqual(raised.exception.status_code, 401)
        self.assertEqual(raised.exception.response_status.error_code, "Unauthorized")

    def test_p2_a_credentials_login_then_a_uri(self):
        client, _ = logged_in()
        response = client.put(GenerateKey(organisation_id=ORGANISATION))
        self.assertTrue(response.two_factor_uri.startswith("otpauth://totp/"))
        self.assertIsNone(response.response_status)

    def test_p3_send_uses_put(self):
        client, responses = logged_in()
        self.assertTrue(client.send(GenerateKey()).two_factor_uri)
        self.assertEqual(responses[-1].request.method, "PUT")

    def test_p4_a_malformed_organisation_is_an_error_of_its_field(self):
        client, _ = logged_in()
        with self.assertRaises(WebServiceException) as raised:
            client.put(GenerateKey(organisation_id="not a valid id!"))
        self.assertEqual(raised.exception.status_code, 400)
        errors = raised.exception.response_status.errors
        self.assertEqual([error.field_name.lower() for error in errors], ["organisationid"])

    def test_p11_basic_needs_one_request(self):
        client, responses = recorded()
        client.set_credentials(USER, PASSWORD)
        self.assertTrue(client.put(GenerateKey(organisation_id=ORGANISATION)).two_factor_uri)
        self.assertEqual([response.status_code for response in responses], [200])

    def test_p12_a_batch_with_an_encoded_path(self):
        client, responses = logged_in()
        client.headers["X-Http-Method-Override"] = "PUT"
        answers = client.send_all([GenerateKey(organisation_id=ORGANISATION)] * 3)
        self.assertTrue(responses[-1].request.path_url.endswith("%5B%5D"))
        self.assertEqual(len(answers), 3)
        self.assertEqual(responses[-1].headers["X-AutoBatch-Completed"], "3")

    def test_p13_jsconfig_gives_pascal_case_which_this_client_cannot_read(self):
        client, responses = logged_in()
        answer = client.put(GenerateKey(), args={"jsconfig": "epcn"})
        self.assertIn("TwoFactorUri", responses[-1].json())
        self.assertIsNone(answer.two_factor_uri)


class AuthenticatorTest(unittest.TestCase):
    def test_an_authenticator_accepts_the_uri(self):
        client, _ = logged_in()
        uri = client.put(GenerateKey(organisation_id=ORGANISATION)).two_factor_uri
        totp = pyotp.parse_uri(uri)
        self.assertIsInstance(totp, pyotp.TOTP)
        self.assertEqual((totp.digits, totp.interval), (6, 30))
        self.assertEqual(len(totp.byte_secret()), 20)
        self.assertTrue(totp.issuer)
        self.assertTrue(totp.name)
        self.assertRegex(totp.at(1_111_111_109), r"^\d{6}$")

    def test_sessions_get_keys_of_their_own(self):
        uris = [logged_in()[0].put(GenerateKey()).two_factor_uri for _ in range(2)]
        secrets = {pyotp.parse_uri(uri).secret for uri in uris}
        self.assertEqual(len(secrets), 2)


if __name__ == "__main__":
    unittest.main()

"""What ServiceStack's Python client makes of replies and errors."""

import unittest

from host import recorded
from host_dtos import DoVoid, Hello, HelloResponse, Nested, Raw, Throw, Unheard, Validated
from recorder import rejection
from servicestack import JsonServiceClient


class ResponsesTest(unittest.TestCase):
    def test_p14_an_operation_without_a_response_answers_204(self):
        client, responses = recorded()
        self.assertIsNone(client.post(DoVoid(name="x")))
        self.assertEqual((responses[-1].status_code, responses[-1].content), (204, b""))

    def test_p18_an_operation_and_a_path_that_are_not_there(self):
        client, responses = recorded()
        unknown = rejection(lambda: client.post(Unheard()))
        self.assertEqual(unknown.response_status.error_code, "NotImplementedException")
        nowhere = rejection(lambda: client.get_url("/no/such/path", HelloResponse))
        self.assertEqual((nowhere.status_code, nowhere.response_status.error_code), (404, "NotFound"))
        for response in responses:
            self.assertTrue(response.headers["Content-Type"].startswith("application/json"))

    def test_statuses_codes_and_messages(self):
        client, _ = recorded()
        for kind, status, code in [
            ("NotFound", 404, "NotFound"),
            ("Conflict", 409, "Conflict"),
            ("Forbidden", 403, "Forbidden"),
            ("FileNotFound", 404, "FileNotFoundException"),
            ("InvalidOperation", 500, "InvalidOperationException"),
        ]:
            error = rejection(lambda: client.post(Throw(type=kind, message=f"why {kind}")))
            found = (error.status_code, error.response_status.error_code, error.response_status.message)
            self.assertEqual(found, (status, code, f"why {kind}"))

    def test_the_reason_phrase_is_the_code(self):
        client, _ = recorded()
        error = rejection(lambda: client.post(Throw(type="OptimisticConcurrency")))
        self.assertEqual((error.status_code, error.status_description), (409, "OptimisticConcurrencyException"))

    def test_a_service_states_its_status(self):
        client, _ = recorded()
        error = rejection(lambda: client.post(Throw(status=418, error_code="Teapot")))
        self.assertEqual((error.status_code, error.response_status.error_code), (418, "Teapot"))

    def test_every_broken_rule_is_an_error_of_its_field(self):
        client, _ = recorded()
        request = Validated(name="", age=0, email="nobody", items=[Nested(1, "fine"), Nested(2, "")])
        error = rejection(lambda: client.post(request))
        fields = {one.field_name: one.error_code for one in error.response_status.errors}
        expected = {"Name": "NotEmpty", "Age": "ShouldBePositive", "Email": "Email", "Items[1].Name": "NotEmpty"}
        self.assertEqual(fields, expected)

    def test_text_of_a_service_comes_as_it_is(self):
        client, _ = recorded()
        self.assertEqual(client.get(Raw(kind="html")), "<b>hi</b>")

    def test_a_batch_keeps_its_order(self):
        client, responses = recorded()
        names = [f"n{index}" for index in range(20)]
        answers = client.send_all([Hello(name=name) for name in names])
        self.assertEqual([answer.result for answer in answers], [f"Hello, {name}!" for name in names])
        self.assertTrue(responses[-1].request.path_url.endswith("/api/Hello%5B%5D"))

    def test_a_batch_sent_one_way(self):
        client, responses = recorded()
        client.set_base_path("")
        client.send_all_oneway([Hello(name="1"), Hello(name="2")])
        self.assertEqual(responses[-1].request.path_url, "/json/oneway/Hello%5B%5D")
        self.assertEqual(responses[-1].status_code, 200)

    def test_the_first_failure_of_a_batch_is_its_answer(self):
        client, _ = recorded()
        error = rejection(lambda: client.send_all([Throw(type="HttpResult"), Throw(type="Conflict")]))
        self.assertEqual((error.status_code, error.response_status.error_code), (409, "Conflict"))

    def test_filters_of_all_clients_see_the_exchange(self):
        seen = []
        JsonServiceClient.global_response_filter = lambda response: seen.append(response.status_code)
        try:
            client, _ = recorded()
            client.get(Hello(name="x"))
        finally:
            JsonServiceClient.global_response_filter = None
        self.assertEqual(seen, [200])


if __name__ == "__main__":
    unittest.main()

"""How requests of ServiceStack's Python client arrive."""

import io
import unittest
from datetime import datetime, timedelta, timezone

import requests
from host import URL, recorded
from host_dtos import AllTypes, Colour, Hello, HelloResponse, Nested, Validated
from servicestack import UploadFile

VALUES = {
    "int_": 5,
    "double": 1.5,
    "bool_": True,
    "string": "a b&c=ü",
    "date_time": datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone.utc),
    "time_span": timedelta(hours=1, minutes=30),
    "bytes_": b"\xfb\xff",
    "enum": Colour.BLUE,
    "string_list": ["x", "y z"],
    "int_list": [1, 2],
}


class RequestsTest(unittest.TestCase):
    def assert_arrived(self, answer, values=VALUES):
        for name, value in values.items():
            self.assertEqual(getattr(answer, name), value, name)

    def test_p15_values_of_every_kind_in_a_query(self):
        client, responses = recorded()
        self.assert_arrived(client.get(AllTypes(**VALUES)))
        sent = responses[0].request.path_url
        for text in ["dateTime=/Date(1704164645000)/", "bytes=+/8=", "stringList=%5Bx,y+z%5D"]:
            self.assertIn(text, sent)

    def test_p16_values_of_every_kind_in_a_body_and_back(self):
        client, responses = recorded()
        nested = {"string_map": {"k": "v,w"}, "nested": Nested(1, "n"), "nested_list": [Nested(2, "[m]")]}
        answer = client.post(AllTypes(**VALUES, **nested))
        self.assert_arrived(answer)
        for name, value in nested.items():
            self.assertEqual(getattr(answer, name), value, name)
        self.assertIn(b"2024-01-02T03:04:05+00:00", responses[0].request.body.encode())

    def test_dates_come_back_in_either_style(self):
        client, _ = recorded()
        for style in [None, "dh:iso8601"]:
            answer = client.post(AllTypes(**VALUES), args={"jsconfig": style})
            self.assertEqual(answer.date_time, VALUES["date_time"], style)

    def test_the_malformed_duration_of_this_client_does_not_fail(self):
        client, responses = recorded()
        client.post(AllTypes(time_span=timedelta(days=1, hours=2, minutes=3, seconds=4.5)))
        self.assertIn("P1.0DT26H3M4.5S", responses[0].request.body)
        self.assertEqual(responses[0].status_code, 200)

    def test_every_verb(self):
        client, responses = recorded()
        for verb in ["get", "post", "put", "patch", "delete"]:
            answer = getattr(client, verb)(Hello(name="Ann"))
            self.assertEqual(answer.result, "Hello, Ann!", verb)
        methods = [response.request.method for response in responses]
        self.assertEqual(methods, ["GET", "POST", "PUT", "PATCH", "DELETE"])

    def test_empty_text_and_an_empty_list_in_a_query(self):
        client, responses = recorded()
        answer = client.get(AllTypes(string="", string_list=[]))
        self.assertIn("string=&stringList=%5B%5D", responses[0].request.path_url)
        self.assertIn(answer.string_list, (None, []))
        self.assertIn(answer.string, (None, ""))

    def test_a_body_beside_the_dto(self):
        client, _ = recorded()
        answer = client.post(AllTypes(int_=5), body={"string": "of the body"})
        self.assertEqual((answer.int_, answer.string), (5, "of the body"))

    def test_paths_and_absolute_urls(self):
        client, _ = recorded()
        self.assertEqual(client.get_url("/hello/x", HelloResponse).result, "Hello, x!")
        self.assertEqual(client.get_url("/hello", HelloResponse, {"name": "q r"}).result, "Hello, q r!")
        self.assertEqual(client.post_url("/hello", {"name": "p"}, HelloResponse).result, "Hello, p!")
        self.assertEqual(client.get_url(f"{URL}/hello/abs", HelloResponse).result, "Hello, abs!")
        self.assertEqual(client.get_url("/hello/s", str), '{"result":"Hello, s!"}')

    def test_the_predefined_json_route(self):
        client, responses = recorded()
        client.set_base_path("")
        self.assertEqual(client.post(Hello(name="j")).result, "Hello, j!")
        self.assertEqual(responses[0].request.path_url, "/json/reply/Hello")

    def test_headers_of_the_client(self):
        client, responses = recorded()
        client.headers["X-Request-Id"] = "of-the-caller-2"
        client.get(Hello())
        self.assertEqual(responses[0].headers["X-Request-Id"], "of-the-caller-2")

    def test_p17_a_file_beside_the_members_of_a_dto(self):
        client, _ = recorded()
        file = UploadFile("upload", "notes.txt", None, io.BytesIO(b"x" * 10_000))
        # In a form this client writes an enumeration as `Colour.BLUE`, which no host can know.
        values = {name: value for name, value in VALUES.items() if name != "enum"}
        self.assert_arrived(client.post_file_with_request(AllTypes(**values), file), values)

    def test_p17_an_error_of_an_upload(self):
        client, _ = recorded()
        file = UploadFile(None, "notes.txt", None, io.BytesIO(b"x"))
        with self.assertRaises(requests.HTTPError) as raised:
            client.post_file_with_request(Validated(age=-1), file)
        self.assertEqual(raised.exception.response.status_code, 400)
        fields = [error["fieldName"] for error in raised.exception.response.json()["responseStatus"]["errors"]]
        self.assertIn("Age", fields)


if __name__ == "__main__":
    unittest.main()

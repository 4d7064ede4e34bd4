"""P14: an operation without a response. The conformance host has one."""

import unittest

from dtos import DoVoid
from gateway import recorded


class VoidTest(unittest.TestCase):
    def test_p14_an_operation_without_a_response_answers_204(self):
        client, responses = recorded()
        self.assertIsNone(client.post(DoVoid(name="x")))
        self.assertEqual((responses[-1].status_code, responses[-1].content), (204, b""))


if __name__ == "__main__":
    unittest.main()

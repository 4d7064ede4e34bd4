// Postman's own runner reads /postman of a running conformance host and sends what it finds there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { promisify } from "node:util";
import newman from "newman";

const host = process.env.HOST_URL;
const run = promisify(newman.run);

test("every request of the collection reaches its operation", async () => {
  const summary = await run({
    collection: `${host}/postman`,
    envVar: [
      { key: "userName", value: "admin" },
      { key: "password", value: "p@55wOrd" },
    ],
  });
  assert.equal(summary.error ?? null, null);
  assert.deepEqual(summary.run.failures, []);
  const ofOperation = (name) =>
    summary.run.executions
      .filter((done) => done.item.name === name)
      .map((done) => done.response.code);
  assert.deepEqual(ofOperation("AllTypes"), [200]);
  assert.deepEqual(ofOperation("GenerateTwoFactorAuthenticationKeyRequest"), [200]);
  assert.deepEqual(ofOperation("AdminOnly"), [200]);
  assert.deepEqual(ofOperation("DoVoid"), [204]);
  assert.equal(ofOperation("Hello")[0], 200);
});

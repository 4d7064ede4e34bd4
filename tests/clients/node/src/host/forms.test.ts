import assert from "node:assert/strict";
import { test } from "node:test";
import { AllTypes, Hello, Validated } from "./dtos.js";
import { recorded } from "./host.js";

test("apiForm(): a multipart form fills the DTO, the query fills the rest", async () => {
  const { client, wire } = recorded();
  const form = new FormData();
  form.append("string", "a, \"b\"");
  form.append("intList", "[1,2]");
  form.append("bool", "true");
  const result = await client.apiForm(new AllTypes({ int: 7 }), form);
  assert.equal(result.errorMessage, undefined);
  assert.deepEqual(
    [result.response?.int, result.response?.string, result.response?.bool, result.response?.intList],
    [7, "a, \"b\"", true, [1, 2]],
  );
  assert.equal(wire[0].contentType, null, "fetch writes the boundary itself");
});

test("apiForm(): text beyond ASCII, and a file without bytes that the client drops", async () => {
  const { client } = recorded();
  const form = new FormData();
  form.append("name", "Zoë \u{1F600}");
  form.append("empty", new Blob([]), "empty.txt");
  const result = await client.apiForm(new Hello(), form);
  assert.equal(result.response?.result, "Hello, Zoë \u{1F600}!");
});

test("apiForm(): errors of fields", async () => {
  const { client } = recorded();
  const form = new FormData();
  form.append("name", "");
  form.append("age", "-3");
  const result = await client.apiForm(new Validated(), form);
  assert.equal(result.failed, true);
  assert.equal(result.fieldErrorMessage("age"), "Age must be positive");
});

test("a form with a file in it: the fields arrive", async () => {
  const { client } = recorded();
  const form = new FormData();
  form.append("name", "Ann");
  form.append("upload", new Blob(["x".repeat(10_000)], { type: "text/plain" }), "notes.txt");
  const result = await client.apiForm(new Hello(), form);
  assert.equal(result.response?.result, "Hello, Ann!");
});

test("an urlencoded form in a body", async () => {
  const { client } = recorded();
  client.headers.set("Content-Type", "application/x-www-form-urlencoded");
  const response = await client.postBody(new Hello(), "name=a+b%26c");
  assert.equal(response.result, "Hello, a b&c!");
});

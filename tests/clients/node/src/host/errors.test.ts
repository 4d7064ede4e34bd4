import assert from "node:assert/strict";
import { test } from "node:test";
import { Hello, Nested, Throw, Validated } from "./dtos.js";
import { recorded, rejection } from "./host.js";

test("the code of an exception gives the status, its message comes along", async () => {
  const { client, wire } = recorded();
  const expected: [string, number, string][] = [
    ["NotFound", 404, "NotFound"],
    ["Conflict", 409, "Conflict"],
    ["Forbidden", 403, "Forbidden"],
    ["HttpUnauthorized", 401, "Unauthorized"],
    ["NotImplemented", 405, "NotImplementedException"],
    ["OptimisticConcurrency", 409, "OptimisticConcurrencyException"],
  ];
  for (const [type, status, code] of expected) {
    const error = await rejection(client.post(new Throw({ type, message: `why ${type}` })));
    assert.deepEqual(
      [wire.at(-1)?.status, error.responseStatus.errorCode, error.responseStatus.message],
      [status, code, `why ${type}`],
    );
  }
});

test("a service states status, code and message", async () => {
  const { client, wire } = recorded();
  const result = await client.api(new Throw({ type: "HttpError", status: 418, errorCode: "Teapot", message: "short" }));
  assert.equal(wire[0].status, 418);
  assert.deepEqual([result.errorCode, result.errorMessage, result.errorSummary], ["Teapot", "short", "short"]);
});

test("a rejection is a plain object with the responseStatus, not an Error", async () => {
  const { client } = recorded();
  const error = await rejection(client.get(new Throw({ type: "NotFound" })));
  assert.equal(error instanceof Error, false);
  assert.deepEqual(Object.keys(error), ["responseStatus"]);
  assert.deepEqual(error.responseStatus.errors, []);
});

test("every broken rule is an error of its field", async () => {
  const { client, wire } = recorded();
  const result = await client.api(new Validated({
    name: "", age: -1, email: "nobody", items: [new Nested({ name: "fine" }), new Nested({ name: "" })],
  }));
  assert.equal(wire[0].status, 400);
  assert.equal(result.fieldError("age")?.errorCode, "ShouldBePositive");
  assert.equal(result.fieldErrorMessage("AGE"), "Age must be positive");
  assert.equal(result.fieldError("name")?.errorCode, "NotEmpty");
  assert.equal(result.fieldError("email")?.errorCode, "Email");
  assert.equal(result.hasFieldError("items[1].name"), true);
  assert.equal(result.hasFieldError("items[0].name"), false);
  assert.equal(result.errorSummary, null);
  assert.equal(result.errorCode, result.errors?.[0].errorCode);
});

test("an argument's error names the argument", async () => {
  const { client } = recorded();
  const result = await client.api(new Throw({ type: "Argument", param: "size", message: "too small" }));
  assert.equal(result.errorCode, "ArgumentException");
  assert.equal(result.fieldErrorMessage("size"), "too small");
});

test("all members that do not bind are named at once", async () => {
  const { client, wire } = recorded();
  const error = await rejection(client.get<any>("/alltypes", { int: "x", bool: "maybe", guid: "no" }));
  assert.equal(wire[0].status, 400);
  assert.match(error.responseStatus.message, /^Unable to bind to request 'AllTypes'/);
  const fields = error.responseStatus.errors.map((one: any) => one.fieldName.toLowerCase());
  assert.deepEqual(fields.sort(), ["bool", "guid", "int"]);
});

test("a body that is no JSON is 400", async () => {
  const { client, wire } = recorded();
  const error = await rejection(client.postBody(new Hello(), "{\"name\":"));
  assert.equal(wire[0].status, 400);
  assert.equal(error.responseStatus.errorCode, "SerializationException");
});

test("an operation and a path that are not there", async () => {
  const { client, wire } = recorded();
  const unknown = { getTypeName: () => "Unheard", getMethod: () => "POST", createResponse: () => ({}) };
  const error = await rejection(client.post(unknown));
  assert.equal(error.responseStatus.errorCode, "NotImplementedException");
  const nowhere = await rejection(client.get("/no/such/path"));
  assert.equal(wire.at(-1)?.status, 404);
  assert.equal(nowhere.responseStatus.errorCode, "NotFound");
  assert.match(wire.at(-1)?.headers?.get("content-type") ?? "", /^application\/json/);
});

test("the first failure of a batch is the answer", async () => {
  const { client, wire } = recorded();
  const error = await rejection(client.sendAll([
    new Throw({ type: "HttpResult" }), new Throw({ type: "Conflict" }), new Throw({ type: "NotFound" }),
  ]));
  assert.equal(wire[0].status, 409);
  assert.equal(error.responseStatus.errorCode, "Conflict");
});

test("a batch is validated as a whole before its first item runs", async () => {
  const { client, wire } = recorded();
  const error = await rejection(client.sendAll([
    new Validated({ name: "Ann", age: 1 }), new Validated({ name: "Bob", age: 0 }),
  ]));
  assert.equal(wire[0].status, 400);
  assert.equal(error.responseStatus.errors[0].errorCode, "ShouldBePositive");
});

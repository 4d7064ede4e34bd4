import assert from "node:assert/strict";
import { test } from "node:test";
import { JsonApiClient, JsonServiceClient, JSV, toDateTime } from "@servicestack/client";
import { AllTypes, DoVoid, Hello, Nested, Raw } from "./dtos.js";
import { GenerateTwoFactorAuthenticationKeyRequest } from "../gateway/dtos.js";
import { password, recorded, url } from "./host.js";

test("every verb reaches the operation, the body or the query with it", async () => {
  const { client, wire } = recorded();
  const request = new Hello({ name: "Ann" });
  const responses = [
    await client.get(request),
    await client.post(request),
    await client.put(request),
    await client.patch(request),
    await client.delete(request),
  ];
  for (const response of responses) assert.equal(response.result, "Hello, Ann!");
  assert.deepEqual(wire.map((exchange) => exchange.method), ["GET", "POST", "PUT", "PATCH", "DELETE"]);
  assert.deepEqual(wire.map((exchange) => exchange.path), [
    "/api/Hello?name=Ann", "/api/Hello", "/api/Hello", "/api/Hello", "/api/Hello?name=Ann",
  ]);
  // The client states a content type even where it sends no body.
  assert.equal(wire[0].contentType, "application/json");
});

test("a relative path, an absolute URL and arguments by themselves", async () => {
  const { client, wire } = recorded();
  assert.equal((await client.get<any>("/hello", { name: "a b&c" })).result, "Hello, a b&c!");
  assert.equal((await client.get<any>(`${url}/hello/there`)).result, "Hello, there!");
  assert.equal((await client.delete<any>("/void", { name: "x" })) ?? null, null);
  assert.equal((await client.postToUrl<any>("/hello", new Hello({ name: "P" }))).result, "Hello, P!");
  assert.equal((await client.putToUrl<any>("/hello/P2", new Hello())).result, "Hello, P2!");
  assert.equal(wire[0].path, "/hello?name=a%20b%26c");
});

test("null is a bare key in a query and empty text an empty value: both are not set", async () => {
  const { client, wire } = recorded();
  const response = await client.get(new AllTypes({ nullableInt: null, string: "", int: 3 }));
  assert.equal(wire[0].path, "/api/AllTypes?int=3&nullableInt&string=");
  assert.deepEqual([response.nullableInt, response.string ?? "", response.int], [undefined, "", 3]);
});

test("lists in a query are joined by commas, bytes are base64, dates are English text", async () => {
  const { client, wire } = recorded();
  const response = await client.get(new AllTypes({
    stringList: ["a", "b"],
    intList: [1, 2, 3],
    bytes: new Uint8Array([0xfb, 0xff]),
    dateTime: new Date(Date.UTC(2024, 0, 2, 3, 4, 5)),
    timeSpan: "PT1H30M",
    bool: true,
    enum: "Blue",
  }));
  assert.match(wire[0].path, /intList=1%2C2%2C3/);
  assert.match(decodeURIComponent(wire[0].path), /dateTime=Tue Jan 02 2024/);
  assert.deepEqual(response.stringList, ["a", "b"]);
  assert.deepEqual(response.intList, [1, 2, 3]);
  assert.equal(response.bytes, "+/8=");
  assert.match(String(response.dateTime), /Date\(1704164645000/);
  assert.deepEqual([response.timeSpan, response.bool, response.enum], ["PT1H30M", true, "Blue"]);
});

test("a body keeps nested values, nulls and ISO dates", async () => {
  const { client } = recorded();
  const response = await client.post(new AllTypes({
    string: "ü \"quoted\", {braced}",
    nullableInt: null,
    dateTime: new Date(Date.UTC(2024, 0, 2)),
    stringMap: { "a:b": "c,d" },
    nested: new Nested({ id: 1, name: "n", child: new Nested({ id: 2 }) }),
    nestedList: [new Nested({ id: 3 }), new Nested({ id: 4, name: "[4]" })],
  }));
  assert.equal(response.string, "ü \"quoted\", {braced}");
  assert.equal("nullableInt" in response, false);
  assert.match(String(response.dateTime), /Date\(1704153600000/);
  assert.deepEqual(response.stringMap, { "a:b": "c,d" });
  assert.deepEqual(response.nested, { id: 1, name: "n", child: { id: 2 } });
  assert.deepEqual(response.nestedList, [{ id: 3 }, { id: 4, name: "[4]" }]);
});

test("the date text that toDateTime() writes is read", async () => {
  const { client } = recorded();
  const date = new Date(Date.UTC(2001, 1, 3, 4, 5, 6, 789));
  const response = await client.post(new AllTypes({ dateTime: toDateTime(date) }));
  assert.match(String(response.dateTime), new RegExp(`Date\\(${date.getTime()}`));
});

test("postBody() sends the DTO in the query and the body as given", async () => {
  const { client, wire } = recorded();
  const response = await client.postBody(new AllTypes({ int: 5 }), { string: "of the body" });
  assert.deepEqual([response.int, response.string], [5, "of the body"]);
  assert.equal(wire[0].path, "/api/AllTypes?int=5");
  const put = await client.putBody(new AllTypes({ int: 6 }), "{\"string\":\"text\"}");
  assert.deepEqual([put.int, put.string], [6, "text"]);
});

test("members that the DTO does not have are passed over", async () => {
  const { client } = recorded();
  const request = Object.assign(new Hello({ name: "Ann" }), { unheardOf: { of: [1, 2] } });
  assert.equal((await client.post(request)).result, "Hello, Ann!");
});

test("text that JSV.stringify() wrote is read as JSV", async () => {
  const text = JSV.stringify({ name: "a, \"b\" {c}: [d]" });
  const response = await fetch(`${url}/jsv/reply/Hello`, {
    method: "POST", body: text, headers: { "Content-Type": "application/jsv" },
  });
  assert.equal(response.headers.get("content-type"), "application/jsv");
  assert.equal(await response.text(), "{result:\"Hello, a, \"\"b\"\" {c}: [d]!\"}");
});

test("JsonApiClient sends text/plain, which is read as JSON", async () => {
  const client = JsonApiClient.create(url);
  const types: (string | null)[] = [];
  const send = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    types.push(new Request(input, init).headers.get("content-type"));
    return send(input, init);
  };
  try {
    assert.equal((await client.post(new Hello({ name: "J" }))).result, "Hello, J!");
    assert.equal((await client.get(new Hello({ name: "J" }))).result, "Hello, J!");
  } finally {
    globalThis.fetch = send;
  }
  assert.deepEqual(types, ["text/plain;charset=UTF-8", null]);
});

test("basePath: null and useBasePath()", async () => {
  const { client, wire } = recorded(new JsonServiceClient(url).useBasePath("/json/reply"));
  assert.equal((await client.post(new Hello({ name: "1" }))).result, "Hello, 1!");
  client.basePath = null;
  assert.equal((await client.post(new Hello({ name: "2" }))).result, "Hello, 2!");
  await client.sendOneWay(new Hello({ name: "3" }));
  await client.publish(new DoVoid({ name: "4" }));
  assert.deepEqual(wire.map((exchange) => exchange.path), [
    "/json/reply/Hello", "/json/reply/Hello", "/json/oneway/Hello", "/json/oneway/DoVoid",
  ]);
});

test("a header that the client sets is sent with every request", async () => {
  const { client, wire } = recorded();
  client.headers.set("X-Request-Id", "of-the-caller-1");
  await client.get(new Hello());
  await client.get(new Raw({ kind: "html" }));
  assert.deepEqual(wire.map((exchange) => exchange.headers?.get("x-request-id")), [
    "of-the-caller-1", "of-the-caller-1",
  ]);
});

test("X-Http-Method-Override in a header changes the verb", async () => {
  const { client, wire } = recorded();
  client.setCredentials("test", password);
  client.headers.set("X-Http-Method-Override", "PUT");
  const request = new GenerateTwoFactorAuthenticationKeyRequest();
  const response = await client.postToUrl("/users/2fa/generate-key", request);
  assert.match(response.twoFactorUri ?? "", /^otpauth:/);
  assert.equal(wire[0].method, "POST");
});

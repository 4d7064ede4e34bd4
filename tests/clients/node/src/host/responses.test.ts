import assert from "node:assert/strict";
import { test } from "node:test";
import { JsonServiceClient } from "@servicestack/client";
import { AllTypes, DoVoid, Hello, Raw } from "./dtos.js";
import { recorded, rejection, url } from "./host.js";

test("api(): a success has its response and no error", async () => {
  const { client } = recorded();
  const result = await client.api(new Hello({ name: "Ann" }));
  assert.equal(result.succeeded, true);
  assert.equal(result.failed, false);
  assert.equal(result.response?.result, "Hello, Ann!");
});

test("success JSON says that it is JSON, else the client would drop it", async () => {
  const { client, wire } = recorded();
  await client.post(new AllTypes());
  assert.match(wire[0].headers?.get("content-type") ?? "", /^application\/json/);
});

test("an operation without a response answers 204 and nothing", async () => {
  const { client, wire } = recorded();
  assert.equal(await client.post(new DoVoid({ name: "x" }) as any), undefined);
  assert.equal(wire[0].status, 204);
  const result = await client.apiVoid(new DoVoid());
  assert.equal(result.succeeded, true);
});

test("a service's own text comes as it is", async () => {
  const { client, wire } = recorded();
  assert.equal(await client.get(new Raw({ kind: "html" })), "<b>hi</b>");
  assert.match(wire[0].headers?.get("content-type") ?? "", /^text\/html/);
});

test("a status and a header that the service states", async () => {
  const { client, wire } = recorded();
  const text = await client.get(new Raw({ kind: "created" }));
  assert.deepEqual(JSON.parse(text), { result: "made" });
  assert.equal(wire[0].status, 201);
  assert.equal(wire[0].headers?.get("location"), "/hello/1");
});

test("nothing is null on the wire", async () => {
  const response = await fetch(`${url}/api/AllTypes`);
  assert.doesNotMatch(await response.text(), /null/);
});

test("sendAll() keeps the order and says how many were done", async () => {
  const { client, wire } = recorded();
  const names = Array.from({ length: 50 }, (_, index) => `n${index}`);
  const responses = await client.sendAll(names.map((name) => new Hello({ name })));
  assert.deepEqual(responses.map((response) => response.result), names.map((name) => `Hello, ${name}!`));
  assert.equal(wire[0].path, "/api/Hello[]");
  assert.equal(wire[0].headers?.get("x-autobatch-completed"), "50");
});

test("sendAllOneWay() and an empty batch", async () => {
  const { client, wire } = recorded();
  assert.deepEqual(await client.sendAll([]), []);
  assert.equal(wire.length, 0);
  client.basePath = null;
  await client.sendAllOneWay([new Hello({ name: "1" }), new Hello({ name: "2" })]);
  assert.deepEqual([wire[0].path, wire[0].status], ["/json/oneway/Hello[]", 200]);
});

test("a batch of an operation without a response", async () => {
  const { client, wire } = recorded();
  await client.sendAll([new DoVoid({ name: "1" }), new DoVoid({ name: "2" })] as any);
  assert.equal(wire[0].headers?.get("x-autobatch-completed"), "2");
});

test("a host that is not there is an Exception of api()", async () => {
  const result = await new JsonServiceClient("http://127.0.0.1:1").api(new Hello());
  assert.equal(result.failed, true);
  assert.equal(result.errorCode, "Exception");
});

test("jsconfig as an argument of the call", async () => {
  const { client } = recorded();
  const pascal: any = await client.api(new Hello({ name: "x" }), { jsconfig: "epcn" });
  assert.deepEqual(pascal.response, { Result: "Hello, x!" });
  const dates = await client.api(new AllTypes({ dateTime: "2024-01-02T03:04:05Z" }), { jsconfig: "dh:iso8601" });
  assert.match(String(dates.response?.dateTime), /^2024-01-02T03:04:05/);
  const error = await rejection(client.post(new Raw({ kind: "none" }), { jsconfig: "epcn" }));
  assert.equal(error.responseStatus.errorCode, "NotFound");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { JsonServiceClient } from "@servicestack/client";
import { Authenticate, GenerateTwoFactorAuthenticationKeyRequest } from "./dtos.js";
import { logIn, password, recorded, rejection, url, userName } from "./gateway.js";

test("T1: api() without a login fails with Unauthorized", async () => {
  const { client, wire } = recorded();
  const result = await client.api(new GenerateTwoFactorAuthenticationKeyRequest());
  assert.equal(result.failed, true);
  assert.equal(result.errorCode, "Unauthorized");
  assert.ok(result.errorMessage);
  assert.equal(wire[0].status, 401);
  assert.match(wire[0].headers?.get("content-type") ?? "", /^application\/json/);
});

test("T2: put() without a login rejects with a plain responseStatus", async () => {
  const error = await rejection(new JsonServiceClient(url).put(new GenerateTwoFactorAuthenticationKeyRequest()));
  assert.equal(error.responseStatus.errorCode, "Unauthorized");
  assert.equal(error.type, undefined);
});

test("T3: a credentials login gives a session id and its cookies", async () => {
  const client = new JsonServiceClient(url);
  const response = await client.post(new Authenticate({ provider: "credentials", userName, password }));
  assert.ok(response.sessionId);
  assert.equal(response.userName, userName);
  for (const cookie of ["ss-id", "ss-pid", "ss-opt"]) {
    assert.ok(client.cookies[cookie]?.value, `cookie ${cookie}`);
  }
});

test("T4: a wrong password is Unauthorized and leaves no cookie", async () => {
  const client = new JsonServiceClient(url);
  const wrong = new Authenticate({ provider: "credentials", userName, password: `${password}!` });
  const error = await rejection(client.post(wrong));
  assert.equal(error.responseStatus.errorCode, "Unauthorized");
  assert.deepEqual(Object.keys(client.cookies), []);
});

test("a logout ends the session on the server, though the client keeps cookies", async () => {
  const client = new JsonServiceClient(url);
  await logIn(client);
  await client.put(new GenerateTwoFactorAuthenticationKeyRequest());
  const kept = { ...client.cookies };
  await client.post(new Authenticate({ provider: "logout" }));
  client.cookies = kept;
  const error = await rejection(client.put(new GenerateTwoFactorAuthenticationKeyRequest()));
  assert.equal(error.responseStatus.errorCode, "Unauthorized");
});

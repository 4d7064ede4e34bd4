import assert from "node:assert/strict";
import { test } from "node:test";
import { AdminOnly } from "./dtos.js";
import { Authenticate, GenerateTwoFactorAuthenticationKeyRequest } from "../gateway/dtos.js";
import { password, recorded, rejection } from "./host.js";

function login(userName: string, init?: Partial<Authenticate>): Authenticate {
  return new Authenticate({ provider: "credentials", userName, password, ...init });
}

test("a role that the user lacks is 403, and one that it has lets it in", async () => {
  const { client, wire } = recorded();
  const nobody = await rejection(client.get(new AdminOnly()));
  assert.deepEqual([wire[0].status, nobody.responseStatus.errorCode], [401, "Unauthorized"]);
  await client.post(login("test"));
  const refused = await rejection(client.get(new AdminOnly()));
  assert.deepEqual([wire.at(-1)?.status, refused.responseStatus.errorCode], [403, "Forbidden"]);
  await client.post(login("admin"));
  assert.equal((await client.get(new AdminOnly({ name: "x" }))).result, "admin x");
});

test("onAuthenticationRequired logs in, and the call is sent again", async () => {
  const { client, wire } = recorded();
  let asked = 0;
  client.onAuthenticationRequired = async () => {
    asked += 1;
    await client.post(login("test"));
  };
  const response = await client.put(new GenerateTwoFactorAuthenticationKeyRequest());
  assert.match(response.twoFactorUri ?? "", /^otpauth:/);
  assert.equal(asked, 1);
  const paths = wire.map((exchange) => exchange.path);
  assert.deepEqual(paths.filter((path) => path === "/api/Authenticate").length, 1);
  assert.equal(wire.filter((exchange) => exchange.method === "PUT").length, 2);
});

test("a bearer token that nobody knows is 401", async () => {
  const { client, wire } = recorded();
  client.bearerToken = "a.b.c";
  const error = await rejection(client.put(new GenerateTwoFactorAuthenticationKeyRequest()));
  assert.equal(wire[0].status, 401);
  assert.equal(error.responseStatus.errorCode, "Unauthorized");
});

test("T12: a refresh token that nobody knows is a RefreshTokenException", async () => {
  const { client } = recorded();
  client.bearerToken = "a.b.c";
  client.refreshToken = "d.e.f";
  const error = await rejection(client.put(new GenerateTwoFactorAuthenticationKeyRequest()));
  assert.equal(error.type, "RefreshTokenException");
  assert.ok(error.responseStatus.errorCode);
});

test("Basic comes with the first request, in UTF-8, and a wrong one is 401", async () => {
  const { client, wire } = recorded();
  client.setCredentials("test", password);
  await client.put(new GenerateTwoFactorAuthenticationKeyRequest());
  assert.deepEqual(wire.map((exchange) => exchange.status), [200]);
  const other = recorded();
  other.client.setCredentials("ué", "p:w");
  const error = await rejection(other.client.put(new GenerateTwoFactorAuthenticationKeyRequest()));
  assert.deepEqual([other.wire[0].status, error.responseStatus.errorCode], [401, "Unauthorized"]);
});

test("rememberMe keeps the permanent session", async () => {
  const { client } = recorded();
  await client.post(login("test", { rememberMe: true }));
  assert.equal(client.cookies["ss-opt"]?.value, "perm");
  client.deleteCookie("ss-id");
  const response = await client.put(new GenerateTwoFactorAuthenticationKeyRequest());
  assert.match(response.twoFactorUri ?? "", /^otpauth:/);
});

test("get(Authenticate) tells who is logged in", async () => {
  const { client } = recorded();
  const nobody = await rejection(client.get(new Authenticate()));
  assert.equal(nobody.responseStatus.errorCode, "Unauthorized");
  await client.post(login("admin"));
  const who = await client.get(new Authenticate());
  assert.deepEqual([who.userName, who.displayName], ["admin", "The Admin"]);
});

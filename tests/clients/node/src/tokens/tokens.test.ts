import assert from "node:assert/strict";
import { test } from "node:test";
import { Authenticate, GenerateTwoFactorAuthenticationKeyRequest } from "../gateway/dtos.js";
import { expiredToken, logInWithCookies, recorded, recordedWithCookies, rejection, tokens, userName } from "./hosts.js";

const TOTP = /^otpauth:\/\/totp\//;
const request = () => new GenerateTwoFactorAuthenticationKeyRequest();

test("T9: a bearer token is a login", async () => {
  const { client, wire } = recorded();
  client.bearerToken = (await tokens()).bearerToken;
  const first = await client.put(request());
  assert.match(first.twoFactorUri ?? "", TOTP);
  assert.equal((await client.put(request())).twoFactorUri, first.twoFactorUri, "one session");
  const who = await client.get(new Authenticate());
  assert.equal(who.userName, userName);
  assert.deepEqual(wire.map((exchange) => exchange.status), [200, 200, 200]);
  assert.deepEqual(Object.keys(client.cookies), []);
});

test("T10: a token that nobody knows and one that has expired are 401", async () => {
  for (const [token, code] of [["a.b.c", "Unauthorized"], [expiredToken, "TokenException"]]) {
    const { client, wire } = recorded();
    client.bearerToken = token;
    const error = await rejection(client.put(request()));
    assert.deepEqual([wire[0].status, error.responseStatus.errorCode], [401, code]);
  }
});

test("T11: a refresh token makes up for a bearer token that is no good", async () => {
  for (const bad of ["a.b.c", expiredToken]) {
    const { client, wire } = recorded();
    client.bearerToken = bad;
    client.refreshToken = (await tokens()).refreshToken;
    assert.match((await client.put(request())).twoFactorUri ?? "", TOTP);
    assert.deepEqual(wire.map((exchange) => [exchange.method, exchange.path]), [
      ["PUT", "/api/GenerateTwoFactorAuthenticationKeyRequest"],
      ["POST", "/api/GetAccessToken"],
      ["PUT", "/api/GenerateTwoFactorAuthenticationKeyRequest"],
    ]);
    assert.equal(wire[1].authorization, `Bearer ${bad}`, "it still sends the bad one");
    assert.notEqual(client.bearerToken, bad);
    assert.match((await client.put(request())).twoFactorUri ?? "", TOTP);
    assert.equal(wire.length, 4, "the new token is kept");
  }
});

test("T13: the refresh by its own route", async () => {
  const { client, wire } = recorded();
  client.bearerToken = expiredToken;
  client.refreshToken = (await tokens()).refreshToken;
  client.refreshTokenUri = `${client.baseUrl}/access-token`;
  assert.match((await client.put(request())).twoFactorUri ?? "", TOTP);
  assert.equal(wire.length, 3);
  assert.match(wire[1].path, /^\/*access-token$/);
});

test("T14: tokens in cookies, which the client learns of and renews", async () => {
  const { client, wire } = recordedWithCookies();
  await logInWithCookies(client);
  assert.equal(wire[0].headers?.get("x-cookies"), "ss-tok,ss-reftok");
  assert.equal(client.useTokenCookie, true);
  assert.ok(client.cookies["ss-tok"]?.value && client.cookies["ss-reftok"]?.value);
  const first = await client.put(request());
  assert.match(first.twoFactorUri ?? "", TOTP);

  client.cookies["ss-tok"].value = "a.b.c";
  const again = await client.put(request());
  assert.equal(again.twoFactorUri, first.twoFactorUri, "the same sign-in, hence one session");
  assert.deepEqual(wire.slice(2).map((exchange) => [exchange.method, exchange.status]), [
    ["PUT", 401],
    ["POST", 200],
    ["PUT", 200],
  ]);
  assert.equal(wire[3].path, "/api/GetAccessToken");
  assert.deepEqual(JSON.parse(String(wire[3].body)), { useTokenCookie: true });
  assert.match(wire[3].headers?.get("set-cookie") ?? "", /^ss-tok=/);
  assert.notEqual(client.cookies["ss-tok"].value, "a.b.c");
});

test("T14: a token in a cookie that has expired is renewed on the way", async () => {
  const { client, wire } = recordedWithCookies();
  await logInWithCookies(client);
  client.cookies["ss-tok"].value = expiredToken;
  assert.match((await client.put(request())).twoFactorUri ?? "", TOTP);
  assert.equal(wire.length, 2, "without another request");
  assert.notEqual(client.cookies["ss-tok"].value, expiredToken);
});

test("a logout takes the tokens of this client away", async () => {
  const { client } = recordedWithCookies();
  await logInWithCookies(client);
  await client.post(new Authenticate({ provider: "logout" }));
  client.enableAutoRefreshToken = false;
  const error = await rejection(client.put(request()));
  assert.equal(error.responseStatus.errorCode, "Unauthorized");
});

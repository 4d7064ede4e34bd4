import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonServiceClient } from "@servicestack/client";
import { GenerateTwoFactorAuthenticationKeyRequest } from "../gateway/dtos.js";
import { apiKey, recorded, rejection } from "./hosts.js";

const ways: [string, (client: JsonServiceClient, key: string) => void][] = [
  ["X-Api-Key", (client, key) => client.headers.set("X-Api-Key", key)],
  ["bearer token", (client, key) => { client.bearerToken = key; }],
  ["Basic without a password", (client, key) => client.setCredentials(key, "")],
];

for (const [name, prove] of ways) {
  test(`T15: an API key as ${name}`, async () => {
    const { client, wire } = recorded();
    prove(client, apiKey);
    const response = await client.put(new GenerateTwoFactorAuthenticationKeyRequest());
    assert.match(response.twoFactorUri ?? "", /^otpauth:\/\/totp\//);
    assert.equal(wire.length, 1);
    const stranger = recorded().client;
    prove(stranger, `ak-${"0".repeat(32)}`);
    const error = await rejection(stranger.put(new GenerateTwoFactorAuthenticationKeyRequest()));
    assert.equal(error.responseStatus.errorCode, "Unauthorized");
  });
}

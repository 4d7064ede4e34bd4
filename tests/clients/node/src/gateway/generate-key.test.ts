import assert from "node:assert/strict";
import { test } from "node:test";
import { type IReturn, JsonApiClient, JsonServiceClient } from "@servicestack/client";
import { GenerateTwoFactorAuthenticationKeyRequest } from "./dtos.js";
import { logIn, organisationId, password, recorded, rejection, url, userName } from "./gateway.js";
import * as seed from "./seed.js";

const TOTP = /^otpauth:\/\/totp\//;

test("the classes of the metadata page as they stand there, on the operation's own route", async () => {
  const client = new JsonServiceClient(url);
  await logIn(client);
  const request = new seed.GenerateTwoFactorAuthenticationKeyRequest({ organisationId });
  const typed = request as unknown as IReturn<seed.GenerateTwoFactorAuthenticationKeyResponse>;
  const response = await client.putToUrl("/users/2fa/generate-key", typed);
  assert.match(response.twoFactorUri ?? "", TOTP);
  assert.equal(response.responseStatus, undefined);
});

test("T5: a retry in the same session gets the same URI, in spite of a junk cookie", async () => {
  const { client, wire } = recorded();
  await logIn(client);
  const request = new GenerateTwoFactorAuthenticationKeyRequest({ organisationId });
  const first = await client.put(request);
  const second = await client.put(request);
  assert.match(first.twoFactorUri ?? "", TOTP);
  assert.equal(second.twoFactorUri, first.twoFactorUri);
  assert.deepEqual(wire.map((exchange) => exchange.status), [200, 200, 200]);
});

test("T6: send() uses PUT and an empty object", async () => {
  const { client, wire } = recorded();
  await logIn(client);
  const response = await client.send(new GenerateTwoFactorAuthenticationKeyRequest());
  assert.match(response.twoFactorUri ?? "", TOTP);
  assert.deepEqual([wire[1].method, wire[1].body], ["PUT", "{}"]);
});

test("T7: post() to an operation that only has PUT is refused with a responseStatus", async () => {
  const { client, wire } = recorded();
  await logIn(client);
  const error = await rejection(client.post(new GenerateTwoFactorAuthenticationKeyRequest()));
  assert.equal(wire[1].status, 405);
  assert.equal(error.responseStatus.errorCode, "NotImplementedException");
});

test("T8: a malformed organisation is an error of its field", async () => {
  const { client, wire } = recorded();
  await logIn(client);
  const result = await client.api(
    new GenerateTwoFactorAuthenticationKeyRequest({ organisationId: "not a valid id!" }),
  );
  assert.equal(wire[1].status, 400);
  assert.equal(result.errors?.length, 1);
  const field = result.fieldError("organisationId");
  assert.ok(field);
  assert.equal(result.errorCode, field.errorCode);
  assert.equal(result.error?.message, field.message);
  assert.equal(result.errorSummary, null);
});

test("T17: a batch needs the verb of its operation and answers in order", async () => {
  const { client, wire } = recorded();
  await logIn(client);
  const requests = [1, 2, 3].map(() => new GenerateTwoFactorAuthenticationKeyRequest({ organisationId }));
  const plain = await rejection(client.sendAll(requests));
  assert.equal(plain.responseStatus.errorCode, "NotImplementedException");
  client.headers.set("X-Http-Method-Override", "PUT");
  const responses = await client.sendAll(requests);
  assert.equal(responses.length, 3);
  for (const response of responses) assert.match(response.twoFactorUri ?? "", TOTP);
  assert.equal(wire.at(-1)?.headers?.get("x-autobatch-completed"), "3");
});

test("T18: the first error of a batch is its answer", async () => {
  const { client, wire } = recorded();
  await logIn(client);
  client.headers.set("X-Http-Method-Override", "PUT");
  const error = await rejection(client.sendAll([
    new GenerateTwoFactorAuthenticationKeyRequest({ organisationId }),
    new GenerateTwoFactorAuthenticationKeyRequest({ organisationId: "not a valid id!" }),
    new GenerateTwoFactorAuthenticationKeyRequest({ organisationId }),
  ]));
  assert.equal(wire.at(-1)?.status, 400);
  assert.equal(error.responseStatus.errors.length, 1);
  assert.equal(error.responseStatus.errors[0].fieldName.toLowerCase(), "organisationid");
});

test("T19: jsconfig=epcn gives PascalCase, and errors stay readable", async () => {
  const { client } = recorded();
  const error = await rejection(client.put(new GenerateTwoFactorAuthenticationKeyRequest(), { jsconfig: "epcn" }));
  assert.equal(error.responseStatus.errorCode, "Unauthorized");
  await logIn(client);
  const response: any = await client.put(new GenerateTwoFactorAuthenticationKeyRequest(), { jsconfig: "epcn" });
  assert.match(response.TwoFactorUri, TOTP);
  assert.equal(response.twoFactorUri, undefined);
});

test("T20: JsonApiClient sends its JSON as text/plain", async () => {
  const { client, wire } = recorded(JsonApiClient.create(url));
  client.setCredentials(userName, password);
  const response = await client.put(new GenerateTwoFactorAuthenticationKeyRequest({ organisationId }));
  assert.match(response.twoFactorUri ?? "", TOTP);
  assert.deepEqual([wire[0].path, wire[0].contentType], ["/api/GenerateTwoFactorAuthenticationKeyRequest", null]);
});

test("T21: the predefined JSON route, and the route by its path", async () => {
  const { client, wire } = recorded();
  client.basePath = null;
  await logIn(client);
  const request = new GenerateTwoFactorAuthenticationKeyRequest({ organisationId });
  assert.match((await client.put(request)).twoFactorUri ?? "", TOTP);
  assert.match((await client.putToUrl("/users/2fa/generate-key", request)).twoFactorUri ?? "", TOTP);
  assert.deepEqual(wire.map((exchange) => exchange.path), [
    "/json/reply/Authenticate",
    "/json/reply/GenerateTwoFactorAuthenticationKeyRequest",
    "/users/2fa/generate-key",
  ]);
});

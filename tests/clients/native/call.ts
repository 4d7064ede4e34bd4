// The file at `/types/typescript`, used by ServiceStack's client. Fails by its exit code.
import assert from "node:assert/strict";
import { JsonServiceClient } from "@servicestack/client";
import * as dtos from "./dtos.js";

const client = new JsonServiceClient(process.env.HOST_URL!);

const hello = await client.send(new dtos.Hello({ name: "World" }));
assert.equal(hello.result, "Hello, World!");

const sent = new dtos.AllTypes({
  int: 3,
  nullableInt: 4,
  sByte: -5,
  long: 9007199254740991,
  bool: true,
  string: "text",
  enum: dtos.Colour.Blue,
  flags: dtos.Perms.Read | dtos.Perms.Exec,
  memberEnum: dtos.MemberEnum.Second,
  matrix: [[1], [2, 3]],
  stringMap: { a: "b" },
  nested: new dtos.Nested({ id: 7, child: new dtos.Nested({ name: "inner" }) }),
});
const echoed: dtos.AllTypes = await client.send(sent);
for (const name of Object.keys(sent) as (keyof dtos.AllTypes)[]) {
  if (sent[name] !== undefined && name !== "nested") assert.deepEqual(echoed[name], sent[name], String(name));
}
assert.equal(echoed.nested?.child?.name, "inner");

const failed = await client.api(new dtos.Validated({ age: -1 }));
assert.equal(failed.error?.errorCode, "NotEmpty");

const login = new dtos.Authenticate({ provider: "credentials", userName: "test", password: "p@55wOrd" });
assert.equal((await client.send(login)).userName, "test");
const request = new dtos.GenerateTwoFactorAuthenticationKeyRequest({ organisationId: "o" });
const key: dtos.GenerateTwoFactorAuthenticationKeyResponse = await client.send(request);
assert.match(key.twoFactorUri ?? "", /^otpauth:/);

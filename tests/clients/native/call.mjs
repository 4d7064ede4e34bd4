// The file at `/types/mjs`, used without a compiler. Fails by its exit code.
import assert from "node:assert/strict";
import { JsonServiceClient } from "@servicestack/client";
import { AllTypes, Colour, DoVoid, Hello, Perms } from "./dtos.mjs";

const client = new JsonServiceClient(process.env.HOST_URL);

const hello = await client.send(new Hello({ name: "World" }));
assert.equal(hello.result, "Hello, World!");
const echoed = await client.send(new AllTypes({ int: 3, enum: Colour.Blue, flags: Perms.Read | Perms.Exec }));
assert.deepEqual([echoed.int, echoed.enum, echoed.flags], [3, "Blue", 5]);
await client.sendVoid?.(new DoVoid({ name: "x" }));

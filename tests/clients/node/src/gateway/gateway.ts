// The gateway under test, as the environment states it, and clients for it.
import { JsonServiceClient } from "@servicestack/client";
import { type Recorded, record, required } from "../recorder.js";
import { Authenticate } from "./dtos.js";

export { rejection } from "../recorder.js";

export const url = required("GATEWAY_URL");
export const userName = required("GATEWAY_USER");
export const password = required("GATEWAY_PASSWORD");
export const organisationId = required("GATEWAY_ORGANISATION");

/** A client that keeps note of its exchanges. */
export function recorded(client = new JsonServiceClient(url)): Recorded {
  return record(client);
}

export async function logIn(client: JsonServiceClient): Promise<void> {
  await client.post(new Authenticate({ provider: "credentials", userName, password }));
}

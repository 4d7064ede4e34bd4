// The conformance host under test, as the environment states it, and clients for it.
import { JsonServiceClient } from "@servicestack/client";
import { type Recorded, record, required } from "../recorder.js";

export { rejection } from "../recorder.js";

export const url = required("CONFORMANCE_URL");
/** The password of the users `test` and `admin`. */
export const password = required("CONFORMANCE_PASSWORD");

/** A client that keeps note of its exchanges. */
export function recorded(client = new JsonServiceClient(url)): Recorded {
  return record(client);
}

// Two gateways with tokens: one answers them, one sets them as cookies; and proofs for the first.
import { JsonServiceClient } from "@servicestack/client";
import { Authenticate } from "../gateway/dtos.js";
import { type Recorded, record, required } from "../recorder.js";

export { rejection } from "../recorder.js";

export const userName = required("GATEWAY_USER");
/** An access token whose time is over. */
export const expiredToken = required("EXPIRED_TOKEN");
export const apiKey = required("API_KEY");

/** A client of the gateway that answers tokens. */
export function recorded(): Recorded {
  return record(new JsonServiceClient(required("TOKENS_URL")));
}

/** A client of the gateway that sets them as cookies. */
export function recordedWithCookies(): Recorded {
  return record(new JsonServiceClient(required("COOKIES_URL")));
}

/** Access and refresh token of a new sign-in. */
export async function tokens(): Promise<{ bearerToken: string; refreshToken: string }> {
  const password = required("TOKENS_PASSWORD");
  const login = new Authenticate({ provider: "credentials", userName, password });
  const { bearerToken, refreshToken } = await recorded().client.post(login);
  if (!bearerToken || !refreshToken) throw new Error("the sign-in answers no tokens");
  return { bearerToken, refreshToken };
}

/** Signs in where tokens come as cookies. */
export async function logInWithCookies(client: JsonServiceClient): Promise<void> {
  const password = required("COOKIES_PASSWORD");
  await client.post(new Authenticate({ provider: "credentials", userName, password }));
}

// The gateway under test, as the environment states it, and clients for it.
import { JsonServiceClient } from "@servicestack/client";
import { Authenticate } from "./dtos.js";

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`set ${name}: see docs/CONTRIBUTING.md`);
  return value;
}

export const url = required("GATEWAY_URL");
export const userName = required("GATEWAY_USER");
export const password = required("GATEWAY_PASSWORD");
export const organisationId = required("GATEWAY_ORGANISATION");

/** What went over the wire in one call. */
export interface Exchange {
  method: string;
  path: string;
  body?: unknown;
  contentType: string | null;
  status?: number;
  headers?: Headers;
}

/** A client that keeps note of its exchanges. */
export function recorded(client = new JsonServiceClient(url)): { client: JsonServiceClient; wire: Exchange[] } {
  const wire: Exchange[] = [];
  client.requestFilter = (request) => {
    wire.push({
      method: request.method ?? "GET",
      path: (request.url ?? "").slice(url.length),
      body: request.body,
      contentType: new Headers(request.headers as HeadersInit).get("content-type"),
    });
  };
  const note = (response: Response) => {
    const last = wire.at(-1);
    if (last) Object.assign(last, { status: response.status, headers: response.headers });
  };
  client.responseFilter = note;
  client.exceptionFilter = note;
  return { client, wire };
}

export async function logIn(client: JsonServiceClient): Promise<void> {
  await client.post(new Authenticate({ provider: "credentials", userName, password }));
}

/** The value that `call` rejects with. */
export async function rejection(call: Promise<unknown>): Promise<any> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("the call succeeded");
}

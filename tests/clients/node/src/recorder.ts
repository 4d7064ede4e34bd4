// What a suite needs whatever host it talks to.
import { JsonServiceClient } from "@servicestack/client";

/** An environment variable that the suite cannot do without. */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`set ${name}: see docs/CONTRIBUTING.md`);
  return value;
}

/** What went over the wire in one call. */
export interface Exchange {
  method: string;
  path: string;
  body?: unknown;
  contentType: string | null;
  authorization: string | null;
  status?: number;
  headers?: Headers;
}

export interface Recorded {
  client: JsonServiceClient;
  wire: Exchange[];
}

/** A client that keeps note of its exchanges. */
export function record(client: JsonServiceClient): Recorded {
  const wire: Exchange[] = [];
  client.requestFilter = (request) => {
    const headers = new Headers(request.headers as HeadersInit);
    wire.push({
      method: request.method ?? "GET",
      path: (request.url ?? "").slice(client.baseUrl.length),
      body: request.body,
      contentType: headers.get("content-type"),
      authorization: headers.get("authorization"),
    });
  };
  const note = (response: Response) => {
    const last = wire.at(-1);
    if (last && response) Object.assign(last, { status: response.status, headers: response.headers });
  };
  client.responseFilter = note;
  client.exceptionFilter = note;
  return { client, wire };
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

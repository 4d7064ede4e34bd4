// Sends a call and tells what it cost.

/**
 * The reply: status, headers and bytes; milliseconds to the first byte and to the last; and bytes
 * on the wire, where the browser tells them.
 * @throws {Error} if there was no reply.
 */
export async function send(call) {
  performance.clearResourceTimings();
  const started = performance.now();
  const response = await fetch(call.url, {
    method: call.method,
    headers: call.headers,
    body: call.body ?? undefined,
    credentials: 'same-origin',
    cache: 'no-store',
  });
  const answered = performance.now();
  const bytes = new Uint8Array(await response.arrayBuffer());
  const ended = performance.now();
  return {
    call,
    status: response.status,
    statusText: response.statusText,
    isOk: response.ok,
    headers: [...response.headers],
    contentType: response.headers.get('Content-Type'),
    bytes,
    encodedSize: performance.getEntriesByName(response.url).at(-1)?.encodedBodySize || bytes.length,
    firstByte: answered - started,
    total: ended - started,
  };
}

/** A size for people. */
export function sizeText(bytes) {
  return bytes < 10_000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}

/** A duration for people. */
export function timeText(milliseconds) {
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`;
}

// Where the host is, and what it says of itself.

/** The address of the host, with a slash at its end: the explorer knows no other. */
export const ROOT = new URL('../../../', import.meta.url).href;

/** The address of a path of the host. */
export function addressOf(path) {
  return ROOT + path.replace(/^\//, '');
}

/**
 * JSON from a path of the host.
 * @throws {Error} in words for people, if there is none.
 */
export async function readJson(path) {
  const response = await fetch(addressOf(path), { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${response.statusText}`);
  return response.json();
}

/**
 * Text from a path of the host.
 * @throws {Error} in words for people, if there is none.
 */
export async function readText(path) {
  const response = await fetch(addressOf(path), { headers: { Accept: 'text/plain, */*;q=0.1' } });
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${response.statusText}`);
  return response.text();
}

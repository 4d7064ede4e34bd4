// Waiting for what a page will come to show.

import { setTimeout as pause } from 'node:timers/promises';

/** Far more than a page needs: only what never comes runs into it, on however slow a machine. */
export const PATIENCE = 120_000;

/** Milliseconds between two looks. */
const INTERVAL = 50;

/**
 * Reads again until `check` of what was read throws no more, since what an action does may come
 * later than the action. After `PATIENCE` its last error stands.
 */
export async function eventually(read, check) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const value = await read();
    try {
      check(value);
      return value;
    } catch (fault) {
      if (performance.now() > end) throw fault;
    }
    await pause(INTERVAL);
  }
}

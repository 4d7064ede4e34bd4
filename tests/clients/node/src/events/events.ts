// ServiceStack's client of server events, with what it does over the wire on record.
import { ServerEventsClient } from "@servicestack/client";
import { EventSource } from "eventsource";

// The client wants the browser's; Node 20 has none.
Object.assign(globalThis, { EventSource });

/** A request that the client made beside its stream. */
export interface Call {
  method: string;
  url: string;
  status: number;
}

/** The calls of every client in this process, and whoever waits for one. */
const calls: Call[] = [];
let waiting: (() => void)[] = [];

const realFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const response = await realFetch(request);
  calls.push({ method: request.method, url: request.url, status: response.status });
  const woken = waiting;
  waiting = [];
  for (const wake of woken) wake();
  return response;
};

/** The first `count` calls to `url`, when they have been answered. */
export async function callsTo(url: string, count: number): Promise<Call[]> {
  for (;;) {
    const found = calls.filter((call) => call.url === url);
    if (found.length >= count) return found.slice(0, count);
    await new Promise<void>((wake) => waiting.push(wake));
  }
}

/** A client, and its messages in their order. */
export class Listening {
  readonly client: ServerEventsClient;
  private readonly messages: any[] = [];
  private wake = () => {};

  constructor(url: string, channels: string[]) {
    const note = (message: any) => {
      this.messages.push(message);
      this.wake();
    };
    const handlers = {
      onConnect: note,
      onJoin: note,
      onLeave: note,
      onUpdate: note,
      onMessage: note,
    };
    const onException = (error: any) => note({ target: "exception", error });
    this.client = new ServerEventsClient(url, channels, { handlers, onException });
  }

  /** The next message for `target`; those before it are gone over. */
  async next(target: string): Promise<any> {
    for (;;) {
      const message = this.messages.shift();
      if (!message) await new Promise<void>((wake) => (this.wake = wake));
      else if (message.target === target) return message;
    }
  }
}

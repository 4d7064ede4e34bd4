import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { JsonServiceClient } from "@servicestack/client";
import { required } from "../recorder.js";
import { callsTo, Listening } from "./events.js";

const url = required("EVENTS_URL");
const publisher = new JsonServiceClient(url);
/** A client that is stopped after the test, so that its stream does not outlive it. */
function listening(t: TestContext, host: string, channels: string[]): Listening {
  const heard = new Listening(host, channels);
  t.after(() => heard.client.stop());
  return heard;
}

const publish = (body: object) => publisher.postToUrl<any>("/publish", body as any);

for (const host of ["EVENTS_URL", "GATEWAY_URL"]) {
  test(`T22 start, heartbeats, another channel, stop: ${host}`, async (t) => {
    const heard = listening(t, required(host), ["home"]);
    const { client } = heard;
    client.start();
    const connected = await heard.next("onConnect");
    assert.equal(client.hasConnected(), true);
    assert.equal(connected.id, client.getSubscriptionId());
    assert.ok(connected.heartbeatIntervalMs > 0 && connected.idleTimeoutMs > 0);
    assert.equal((await heard.next("onJoin")).channel, "home");

    for (const beat of await callsTo(connected.heartbeatUrl, 2)) {
      assert.equal(beat.method, "POST");
      assert.equal(Math.floor(beat.status / 100), 2);
    }

    await client.subscribeToChannels("work");
    const updated = await heard.next("onUpdate");
    assert.equal(updated.channels, "home,work");
    assert.deepEqual(client.channels, ["home", "work"]);
    const users = await client.getChannelSubscribers();
    assert.deepEqual(users[0].channels, ["home", "work"]);
    await client.unsubscribeFromChannels("home");
    assert.deepEqual(client.channels, ["work"]);

    const other = listening(t, required(host), ["work"]);
    other.client.start();
    await other.next("onJoin");
    // The client closes its stream and unregisters at once; the host may see either first. Here the
    // stream is held until the host has answered.
    const stream = client.eventSource as any;
    const close = stream.close.bind(stream);
    stream.close = () => {};
    await client.stop();
    close();
    const [stop] = await callsTo(connected.unRegisterUrl, 1);
    assert.equal(stop.method, "POST");
    assert.equal(Math.floor(stop.status / 100), 2);
    const left = await other.next("onLeave");
    assert.deepEqual([left.channel, left.channels], ["work", "work"]);
    assert.equal((await other.client.getChannelSubscribers()).length, 1);
    await other.client.stop();
  });
}

test("receivers, triggers and messages get what a service publishes", async (t) => {
  const heard = listening(t, url, ["receivers"]);
  const { client } = heard;
  const chats: any[] = [];
  client.registerReceiver({
    chat(body: any, request: any) {
      chats.push([request.channel, body.text]);
    },
  });
  const saved = new Promise<any>((resolve) => client.addListener("saved", resolve));
  client.start();
  await heard.next("onJoin");
  assert.deepEqual(await publish({ channel: "receivers", text: 'a "b"\n{c}' }), { reached: 1 });
  await heard.next("chat");
  // This client hands a command to its receivers once as such and once by the name "cmd".
  assert.deepEqual(chats[0], ["receivers", 'a "b"\n{c}']);
  await publish({ channel: "receivers", selector: "trigger.saved", text: "t" });
  assert.equal((await saved).body.text, "t");
  await client.stop();
});

test("who joins and leaves a channel is told to its members", async (t) => {
  const first = listening(t, url, ["lobby"]);
  first.client.start();
  await first.next("onJoin");
  const second = listening(t, url, ["lobby"]);
  second.client.start();
  await second.next("onConnect");
  const joined = await first.next("onJoin");
  assert.notEqual(joined.displayName, first.client.getConnectionInfo().displayName);
  assert.equal((await first.client.getChannelSubscribers()).length, 2);
  await second.client.stop();
  assert.equal((await first.next("onLeave")).displayName, joined.displayName);
  await first.client.stop();
});

test("a client that is unregistered by others connects again", async (t) => {
  const heard = listening(t, url, ["again"]);
  const { client } = heard;
  client.start();
  const { id, unRegisterUrl } = await heard.next("onConnect");
  assert.equal((await fetch(unRegisterUrl, { method: "POST" })).status, 200);
  const again = await heard.next("onConnect");
  assert.notEqual(again.id, id);
  await client.stop();
});

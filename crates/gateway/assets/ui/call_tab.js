// The API tab: the form, and beside each other the request that it makes and the reply to it.

import { buildCall, hasBody, waysTo } from './call.js';
import { codeView } from './code_view.js';
import { curlLine } from './curl.js';
import { element, replaceChildren } from './dom.js';
import { FORMATS, formatOf, hostName } from './formats/formats.js';
import { formatSwitch } from './format_switch.js';
import { needsSignIn } from './metadata.js';
import { replyPanel } from './reply_panel.js';
import { RequestForm } from './request_form.js';
import { send, sizeText, timeText } from './send.js';
import { responseStatus } from './texts.js';

/** What stays chosen from one operation to the next. */
const chosen = { request: FORMATS[0], reply: FORMATS[0] };

/** The tab; it keeps its values while one looks at the other tabs. */
export class CallTab {
  constructor(operation, { metadata, session, signIn }) {
    Object.assign(this, { operation, metadata, session, signIn });
    this.ways = waysTo(operation);
    this.way = this.ways[0];
    /** Replies by the name of the format that was asked for. */
    this.replies = new Map();
    this.form = new RequestForm(operation, metadata, { onChange: () => this.showRequest(), onSend: () => this.send() });
    this.requestBody = element('div', { class: 'panel-body' });
    this.replyBody = element('div', { class: 'panel-body', 'aria-live': 'polite' });
    this.node = element('div', { class: 'call' }, this.lockNote(), element('section', { class: 'card' }, this.wayPicker(), this.form.node),
      element('div', { class: 'exchange' }, this.requestPanel(), this.replyPanel()));
    session.addEventListener('change', () => this.showRequest());
    this.showRequest();
    this.showReply();
  }

  lockNote() {
    if (!needsSignIn(this.operation)) return null;
    const note = element('p', { class: 'note' });
    const show = () => {
      note.hidden = Boolean(this.session.name);
      replaceChildren(note, 'This operation needs a sign-in. ', element('button', { type: 'button', class: 'link', click: () => this.signIn.open() }, 'Sign in'));
    };
    this.session.addEventListener('change', show);
    show();
    return note;
  }

  wayPicker() {
    const options = this.ways.map((way, at) => element('option', { value: at }, `${way.verb} ${way.path}`));
    const select = element('select', { id: 'way', change: () => {
      this.way = this.ways[select.value];
      this.showRequest();
    } }, options);
    return element('div', { class: 'way' }, element('label', { for: 'way' }, 'Route'), select);
  }

  requestPanel() {
    const choose = (format) => {
      chosen.request = format;
      this.showRequest();
    };
    return element('section', { class: 'card panel', 'aria-label': 'Request' }, element('header', {}, element('h3', {}, 'Request'),
      formatSwitch({ name: 'request-format', label: 'Format of the request', chosen: chosen.request, contentTypes: this.metadata.contentTypes, onChoose: choose })), this.requestBody);
  }

  replyPanel() {
    const choose = (format) => {
      chosen.reply = format;
      this.showRequest();
      this.showReply();
    };
    return element('section', { class: 'card panel', 'aria-label': 'Reply' }, element('header', {}, element('h3', {}, 'Reply'),
      formatSwitch({ name: 'reply-format', label: 'Format of the reply', chosen: chosen.reply, contentTypes: this.metadata.contentTypes, onChoose: choose })), this.replyBody);
  }

  call() {
    const { values, isSound } = this.form.values();
    const call = buildCall({ metadata: this.metadata, operation: this.operation, way: this.way, values, requestFormat: chosen.request, replyFormat: chosen.reply });
    return { call, isSound };
  }

  showRequest() {
    const { call } = this.call();
    const line = `${call.method} ${call.url}`;
    const text = call.body && call.format.show(call.body);
    const size = call.body ? `${sizeText(call.body.length)} of ${call.headers['Content-Type']}` : 'no body: the values stand in the address';
    replaceChildren(
      this.requestBody,
      element('p', { class: 'facts' }, element('code', {}, line)),
      element('p', { class: 'facts' }, size),
      hasBody(this.way) && [codeView(text || '(empty)', { language: call.format.name, label: 'Request body' }), this.requestSizes()],
      element('h4', {}, 'curl'),
      codeView(this.curl(call), { label: 'curl line of the request', wrap: true }),
    );
  }

  showReply() {
    const reply = this.replies.get(chosen.reply.name);
    const others = [...this.replies.values()].length > 0;
    const ask = element('button', { type: 'button', click: () => this.send() }, `Send for ${chosen.reply.label}`);
    replaceChildren(this.replyBody, reply
      ? [replyPanel(reply, this.curl(reply.call)), this.replyCosts()]
      : element('p', { class: 'empty' }, others ? [`No reply in ${chosen.reply.label} yet. `, ask] : 'The reply will stand here.'));
  }

  /** What the same values weigh in each format. */
  requestSizes() {
    const { values } = this.form.values();
    const { contentTypes } = this.metadata;
    const sizes = FORMATS.filter((format) => hostName(format, contentTypes)).map((format) => {
      const { body } = buildCall({ metadata: this.metadata, operation: this.operation, way: this.way, values, requestFormat: format, replyFormat: chosen.reply });
      return element('span', {}, `${format.label} ${sizeText(body.length)}`);
    });
    return element('p', { class: 'facts', 'aria-label': 'Sizes by format' }, sizes);
  }

  /** What the replies cost, once there are some to compare. */
  replyCosts() {
    if (this.replies.size < 2) return null;
    const costs = FORMATS.filter(({ name }) => this.replies.has(name)).map(({ name, label }) => {
      const { bytes, total } = this.replies.get(name);
      return element('span', {}, `${label} ${sizeText(bytes.length)}, ${timeText(total)}`);
    });
    return [element('h4', {}, 'Last reply by format'), element('p', { class: 'facts' }, costs)];
  }

  /** Somebody who is signed in here has to say so to curl as well. */
  curl(call) {
    const user = this.session.user?.userName ?? 'USER';
    return curlLine(call, needsSignIn(this.operation) && this.metadata.hasProvider('basic') ? user : null);
  }

  async send() {
    const { call, isSound } = this.call();
    if (!isSound) return this.form.fields.find(({ node }) => node.classList.contains('has-error')).focus();
    if (call.missing.length) {
      return this.form.showErrors('The path of this route needs more values.', call.missing.map((fieldName) => ({ fieldName, message: 'The path needs it.' })));
    }
    this.form.clearErrors();
    this.form.setBusy(true);
    const asked = chosen.reply.name;
    try {
      this.receive(await send(call), asked);
    } catch (fault) {
      this.form.showErrors(`There was no reply: ${fault.message}`, []);
    } finally {
      this.form.setBusy(false);
    }
    return undefined;
  }

  receive(reply, asked) {
    reply.format = formatOf(reply.contentType);
    reply.value = decoded(reply);
    this.replies.set(asked, reply);
    this.showReply();
    const status = responseStatus(reply.value);
    if (reply.isOk) this.showWhereItStands();
    if (status) this.form.showErrors(status.message, status.errors);
    else if (!reply.isOk) this.form.showErrors(`${reply.status} ${reply.statusText}`, []);
    if (reply.status === 401 && !this.session.name) this.signIn.open();
  }

  /** On a small screen the reply can be out of sight. */
  showWhereItStands() {
    const panel = this.replyBody.parentElement;
    if (panel.getBoundingClientRect().top > innerHeight - 120) panel.scrollIntoView({ block: 'start' });
  }
}

/** The reply's content as a tree; `null` where it has none that can be read. */
function decoded({ format, bytes }) {
  try {
    return format && bytes.length ? format.decode(bytes) : null;
  } catch {
    return null;
  }
}

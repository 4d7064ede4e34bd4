// One control for one member of a request DTO, made from its type.

import { element } from './dom.js';
import { isRequired } from './metadata.js';
import { NumberText, decode } from './formats/json.js';
import { prose } from './prose.js';
import { sampleText } from './sample.js';

/** A value that cannot be sent as it was typed. */
export class FieldError extends Error {}

/**
 * A field: its element, `value()` (`undefined` for nothing to send, throws [FieldError]),
 * `showError(message)` with an empty message for none, and `focus()`.
 */
export function field({ property, type, declaredIn }, name, metadata, isInherited) {
  const id = `field-${name}`;
  const control = controlFor({ property, type, id, metadata });
  const error = element('p', { class: 'field-error', id: `${id}-error`, hidden: true });
  const hint = [isInherited && `from ${declaredIn.name.replace(/`\d+$/, '')}`, control.hint].filter(Boolean).join(' · ');
  const title = control.isGroup ? element('legend', {}, name) : element('label', { for: id }, name);
  const node = element(
    control.isGroup ? 'fieldset' : 'div',
    { class: 'field', 'data-field': name },
    title,
    isRequired(property) && element('span', { class: 'required', title: 'required' }, ' *'),
    element('span', { class: 'type' }, String(type)),
    control.node,
    error,
    (hint || property.description) && element('p', { class: 'hint', id: `${id}-hint` }, property.description && element('span', {}, prose(property.description)), hint && element('span', {}, hint)),
  );
  const input = control.input ?? control.node;
  input.setAttribute('aria-describedby', `${id}-error ${id}-hint`);
  return {
    name,
    property,
    node,
    value: control.value,
    focus: () => input.focus(),
    showError(message) {
      error.textContent = message;
      error.hidden = !message;
      input.toggleAttribute('aria-invalid', Boolean(message));
      node.classList.toggle('has-error', Boolean(message));
    },
  };
}

function controlFor(about) {
  const { property, type, metadata } = about;
  const inner = type.inner;
  const described = metadata.describe(inner);
  const allowed = property.allowableValues ?? property.input?.allowableValues;
  if (described?.isEnum) {
    return described.attributes?.some(({ name }) => name === 'Flags') ? flags(about, described) : choice(about, enumEntries(described));
  }
  if (allowed?.length) return choice(about, allowed.map((value) => [value, value]));
  if (inner.name === 'Boolean') return type.isNullable ? choice(about, [['true', 'true'], ['false', 'false']], (text) => text === 'true') : checkbox(about);
  if (inner.isNumber) return number(about, inner);
  if (DATES[inner.name]) return date(about, DATES[inner.name]);
  if (inner.isList || inner.isMap || described) return json(about);
  return text(about, TEXTS[inner.name] ?? {});
}

const TEXTS = {
  Guid: { placeholder: '00000000-0000-0000-0000-000000000000', spellcheck: 'false' },
  TimeSpan: { placeholder: 'PT1H30M or 01:30:00' },
  Char: { maxlength: '1' },
  Uri: { inputmode: 'url' },
};

const DATES = {
  DateTime: { type: 'datetime-local', hint: 'your time, sent as UTC', toWire: (text) => new Date(text).toISOString() },
  DateTimeOffset: { type: 'datetime-local', hint: 'your time, sent as UTC', toWire: (text) => new Date(text).toISOString() },
  DateOnly: { type: 'date', toWire: (text) => text },
  TimeOnly: { type: 'time', toWire: (text) => text },
};

function enumEntries({ enumNames = [], enumMemberValues = [] }) {
  return enumNames.map((name, at) => [enumMemberValues[at] ?? name, name]);
}

function text({ property, id, type }, attributes) {
  const isSecret = property.input?.type === 'password' || /^password$/i.test(property.name);
  const node = element('input', { id, type: isSecret ? 'password' : 'text', autocomplete: 'off', ...attributes });
  return {
    node,
    hint: type.inner.isBytes ? 'base64' : null,
    value: () => (node.value === '' ? undefined : node.value),
  };
}

function number({ property, id }, type) {
  const { allowableMin: min, allowableMax: max } = property;
  const node = element('input', { id, type: 'number', inputmode: type.isWholeNumber ? 'numeric' : 'decimal', step: type.isWholeNumber ? '1' : 'any', min, max, autocomplete: 'off' });
  return {
    node,
    value() {
      if (node.validity.badInput) throw new FieldError('This is not a number.');
      return node.value === '' ? undefined : new NumberText(node.value);
    },
  };
}

function checkbox({ id }) {
  const node = element('input', { id, type: 'checkbox' });
  return { node, value: () => node.checked || undefined };
}

function date({ id }, { type, hint, toWire }) {
  const node = element('input', { id, type, step: type === 'date' ? null : '1' });
  return {
    node,
    hint,
    value() {
      if (node.validity.badInput) throw new FieldError('This date is not complete.');
      return node.value === '' ? undefined : toWire(node.value);
    },
  };
}

function choice({ id }, entries, toWire = (value) => value) {
  const options = entries.map(([value, label]) => element('option', { value }, label));
  const node = element('select', { id }, element('option', { value: '' }, '(not set)'), options);
  return { node, value: () => (node.value === '' ? undefined : toWire(node.value)) };
}

/** A box for each flag that is one bit; their sum is what .NET puts on the wire. */
function flags({ id }, { enumNames = [], enumValues = [] }) {
  const bits = enumNames
    .map((name, at) => [name, BigInt(enumValues[at] ?? 1 << at)])
    .filter(([, value]) => value > 0n && (value & (value - 1n)) === 0n);
  const boxes = bits.map(([name, value]) => ({ value, name, box: element('input', { type: 'checkbox', id: `${id}-${name}` }) }));
  const node = element('div', { class: 'flags' }, boxes.map(({ box, name }) => element('label', { for: box.id }, box, ` ${name}`)));
  return {
    node,
    isGroup: true,
    input: boxes[0]?.box,
    value() {
      const sum = boxes.filter(({ box }) => box.checked).reduce((all, { value }) => all | value, 0n);
      return sum === 0n ? undefined : new NumberText(String(sum));
    },
  };
}

/** What has parts is typed as JSON, which is checked as one types. */
function json({ id, type, metadata }) {
  const sample = sampleText(type, metadata);
  const area = element('textarea', { id, rows: '3', spellcheck: 'false', placeholder: sample });
  const fill = element('button', { type: 'button', class: 'quiet', click: () => {
    area.value = sample;
    area.rows = Math.min(sample.split('\n').length, 12);
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  } }, 'Insert a sample of JSON');
  return {
    node: element('div', { class: 'json' }, area, fill),
    input: area,
    value: () => jsonValue(area.value, type.inner),
  };
}

function jsonValue(typed, type) {
  if (typed.trim() === '') return undefined;
  let value;
  try {
    value = decode(typed);
  } catch (fault) {
    throw new FieldError(`This is not JSON: ${fault.message}`);
  }
  const [isRight, expected] = type.isList ? [Array.isArray(value), 'a list: […]'] : [value?.constructor === Object, 'an object: {…}'];
  if (!isRight && value !== null) throw new FieldError(`This has to be ${expected}`);
  return value;
}

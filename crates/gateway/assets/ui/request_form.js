// The form of an operation: a field for each member of its request DTO.

import { element, replaceChildren } from './dom.js';
import { FieldError, field } from './field.js';
import { requestType } from './metadata.js';

/** A form that calls `onChange()` when a value changes and `onSend()` when it is sent. */
export class RequestForm {
  constructor(operation, metadata, { onChange, onSend }) {
    const type = requestType(operation);
    this.fields = metadata.members(type).map((member) => {
      const isInherited = member.declaredIn.name !== operation.request.name;
      return field(member, metadata.wireName(member.property), metadata, isInherited);
    });
    this.summary = element('div', { class: 'summary', role: 'alert', hidden: true });
    this.send = element('button', { type: 'submit', class: 'primary' }, 'Send');
    this.node = element(
      'form',
      {
        class: 'request-form',
        novalidate: true,
        'aria-label': `Request of ${operation.request.name}`,
        input: onChange,
        keydown: (event) => {
          // In a text area Enter makes a line.
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.node.requestSubmit();
        },
        submit: (event) => {
          event.preventDefault();
          onSend();
        },
      },
      this.summary,
      this.fields.length
        ? element('div', { class: 'fields' }, this.fields.map(({ node }) => node))
        : element('p', { class: 'hint' }, 'This operation takes no values.'),
      element('div', { class: 'actions' }, this.send),
    );
  }

  /** The values that were typed, by wire name; those that cannot be sent are shown in place. */
  values() {
    const values = {};
    let isSound = true;
    for (const each of this.fields) {
      try {
        const value = each.value();
        each.showError('');
        if (value !== undefined) values[each.name] = value;
      } catch (fault) {
        if (!(fault instanceof FieldError)) throw fault;
        isSound = false;
        each.showError(fault.message);
      }
    }
    return { values, isSound };
  }

  /** Shows errors where they belong, and all that belong nowhere in a summary above. */
  showErrors(message, errors) {
    this.clearErrors();
    const placed = errors.map((error) => ({ ...error, field: this.fieldOf(error.fieldName) }));
    for (const { field: owner, message: text } of placed) owner?.showError(text);
    const links = placed.map(({ field: owner, fieldName, message: text }) => {
      const name = owner?.name ?? fieldName;
      const said = [name && element('strong', {}, `${name}: `), text];
      return element('li', {}, owner ? element('button', { type: 'button', class: 'link', click: owner.focus }, said) : said);
    });
    const isAllSaid = errors.length === 1 && errors[0].message === message;
    replaceChildren(this.summary, isAllSaid ? [...links[0].childNodes] : element('strong', {}, message), !isAllSaid && links.length > 0 && element('ul', {}, links));
    this.summary.hidden = false;
    placed.find(({ field: owner }) => owner)?.field.focus();
  }

  clearErrors() {
    this.summary.hidden = true;
    for (const each of this.fields) each.showError('');
  }

  setBusy(isBusy) {
    this.send.disabled = isBusy;
    this.send.textContent = isBusy ? 'Sending…' : 'Send';
  }

  /** `Items[0].Name` belongs to the field of `items`. */
  fieldOf(fieldName) {
    const first = fieldName.split(/[[.]/)[0].toLowerCase();
    return this.fields.find(({ name, property }) => name.toLowerCase() === first || property.name.toLowerCase() === first);
  }
}

// A row of formats of which one is chosen.

import { element } from './dom.js';
import { FORMATS, hostName } from './formats/formats.js';

/** The switch, as radio buttons; formats that the host has not are there, but cannot be chosen. */
export function formatSwitch({ name, label, chosen, contentTypes, onChoose }) {
  const options = FORMATS.map((format) => {
    const isOffered = hostName(format, contentTypes) !== null;
    const id = `${name}-${format.name}`;
    const radio = element('input', { type: 'radio', name, id, value: format.name, checked: format === chosen, disabled: !isOffered, change: () => onChoose(format) });
    const title = isOffered ? contentTypes[hostName(format, contentTypes)] : 'This host does not offer it.';
    return [radio, element('label', { for: id, title }, format.label)];
  });
  return element('div', { class: 'switch', role: 'radiogroup', 'aria-label': label }, options);
}

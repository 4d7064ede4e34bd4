// Elements without markup in strings: every text becomes a text node, so nothing that a host
// answers can turn into markup.

/**
 * An element. Attributes that are functions become listeners, `true` an empty attribute, `false`
 * and `null` none; children are nodes, texts, or lists of them, and `null` is passed over.
 */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** An SVG element, as [element]. */
export function svgElement(name, attributes = {}, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

/** Puts `children` in the place of what `parent` holds. */
export function replaceChildren(parent, ...children) {
  parent.replaceChildren(...nodes(children));
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...nodes(children));
  return node;
}

function nodes(children) {
  return children.flat(Infinity).filter((child) => child != null && child !== false);
}

// A call: from an operation, a way to reach it and the values of a form to one HTTP request.

import { addressOf } from './host.js';
import { requestType } from './metadata.js';
import { FORMATS, hostName } from './formats/formats.js';
import { encode as encodeJsv } from './formats/jsv.js';

const BODY_VERBS = new Set(['POST', 'PUT', 'PATCH']);

/** The ways to reach an operation: its routes, those of its own verb first, and `/api/{Operation}`. */
export function waysTo(operation) {
  const own = operation.method ?? 'POST';
  const routes = (operation.routes ?? []).flatMap(({ path, verbs }) => verbsOf(verbs, own).map((verb) => ({ verb, path, isRoute: true })));
  const isOwn = (way) => (way.verb === own ? 0 : 1);
  return [...routes.toSorted((a, b) => isOwn(a) - isOwn(b)), { verb: own, path: `/api/${operation.request.name}`, isRoute: false }];
}

/** Whether requests of that verb carry their values in a body. */
export function hasBody({ verb }) {
  return BODY_VERBS.has(verb);
}

/** The names of a path's variables. */
export function variablesOf({ path }) {
  return [...path.matchAll(/\{([^}*]+)\*?\}/g)].map(([, name]) => name);
}

/**
 * The request: method, address, headers and body bytes (`null` for none), and the names of path
 * variables that have no value yet.
 */
export function buildCall({ metadata, operation, way, values, requestFormat, replyFormat }) {
  const { path, rest, missing } = filledPath(way, values);
  const types = metadata.contentTypes;
  const withBody = hasBody(way);
  const query = withBody ? [] : Object.entries(rest).map(([name, value]) => [name, queryText(value)]);
  const headers = {};
  let target = path;
  if (way.isRoute) headers.Accept = types[hostName(replyFormat, types)];
  else target += predefinedSuffix(withBody ? requestFormat : replyFormat, types);
  if (!way.isRoute && withBody && replyFormat !== requestFormat) query.push(['format', hostName(replyFormat, types)]);
  if (withBody) headers['Content-Type'] = types[hostName(requestFormat, types)];
  return {
    method: way.verb,
    url: addressOf(target) + (query.length ? `?${new URLSearchParams(query)}` : ''),
    headers,
    body: withBody ? requestFormat.encode(rest, requestType(operation), metadata) : null,
    format: requestFormat,
    missing,
  };
}

function verbsOf(verbs, own) {
  const listed = (verbs ?? '').split(/[,\s]+/).filter((verb) => verb && verb !== 'OPTIONS' && verb !== 'ANY');
  return listed.length ? listed : [own];
}

/** The path with its variables filled in, and the values that are left for body or query. */
function filledPath(way, values) {
  const rest = { ...values };
  const missing = [];
  const path = way.path.replace(/\{([^}*]+)(\*?)\}/g, (_, name, wildcard) => {
    const key = Object.keys(rest).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (key === undefined || rest[key] === '') {
      if (!wildcard) missing.push(name);
      return wildcard ? '' : `{${name}}`;
    }
    const text = queryText(rest[key]);
    delete rest[key];
    return wildcard ? text.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(text);
  });
  return { path, rest, missing };
}

/** The format of a predefined route stands in its path; JSON needs no word. */
function predefinedSuffix(format, types) {
  return format === FORMATS[0] ? '' : `.${hostName(format, types)}`;
}

function queryText(value) {
  return typeof value === 'string' ? value : encodeJsv(value);
}

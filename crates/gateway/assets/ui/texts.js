// What stands in a decoded reply.

/** Every text in a tree, with the path that leads to it. */
export function* textsIn(value, path = '') {
  if (typeof value === 'string') yield { path, text: value };
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      const isIndex = Array.isArray(value);
      yield* textsIn(item, isIndex ? `${path}[${key}]` : path ? `${path}.${key}` : key);
    }
  }
}

/** The member of that name, in any case. */
export function member(value, name) {
  if (value === null || typeof value !== 'object') return undefined;
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

/**
 * The `ResponseStatus` of a decoded reply: its code, message and the errors of fields; `null` if
 * there is none or it says that all is well.
 */
export function responseStatus(value) {
  const status = member(Array.isArray(value) ? value[0] : value, 'responseStatus');
  const errorCode = member(status, 'errorCode');
  if (!errorCode) return null;
  const listed = member(status, 'errors');
  // XML cannot tell a list of one from an object.
  const errors = Array.isArray(listed) ? listed : Object.values(listed ?? {}).filter((item) => typeof item === 'object');
  return {
    errorCode,
    message: member(status, 'message') || errorCode,
    errors: errors.map((error) => ({
      fieldName: member(error, 'fieldName') ?? '',
      message: member(error, 'message') || member(error, 'errorCode') || '',
    })),
  };
}

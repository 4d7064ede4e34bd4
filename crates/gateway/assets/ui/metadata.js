// The description of the host: `/metadata/app.json`, with what forms and pages ask of it.

import { ClrType } from './clr_type.js';
import { readJson } from './host.js';

export class Metadata {
  /** Reads the host's description. */
  static async load() {
    return new Metadata(await readJson('metadata/app.json'));
  }

  constructor(description) {
    this.description = description;
    this.operations = description.api.operations.toSorted((a, b) => compare(a.request.name, b.request.name));
    const described = this.operations.flatMap(({ request, response }) => [request, response]);
    const types = [...(description.api.types ?? []), ...described].filter(Boolean);
    // .NET's own types, such as a reply that is a text, need no description.
    this.types = new Map(types.filter(({ namespace }) => namespace !== 'System').map((type) => [type.name.replace(/`\d+$/, ''), type]));
  }

  /** Whether another description is of the same operations. */
  hasSameOperations(other) {
    const names = ({ operations }) => operations.map(({ request }) => request.name).join();
    return names(this) === names(other);
  }

  get serviceName() {
    return this.description.app?.serviceName ?? 'API';
  }

  /** The formats that the host answers in: short name to content type. */
  get contentTypes() {
    return this.description.contentTypeFormats ?? { json: 'application/json' };
  }

  /** Whether users can sign in with that provider. */
  hasProvider(name) {
    const providers = this.description.plugins?.auth?.authProviders ?? [];
    return providers.some((provider) => provider.name === name);
  }

  /** The operation of that name, in any case. */
  operation(name) {
    const lower = name.toLowerCase();
    return this.operations.find((operation) => operation.request.name.toLowerCase() === lower);
  }

  /** The operations by tag: those without one first, those of quiet tags last. */
  operationsByTag() {
    const groups = new Map();
    for (const operation of this.operations) {
      for (const tag of operation.tags?.length ? operation.tags : ['']) {
        groups.set(tag, [...(groups.get(tag) ?? []), operation]);
      }
    }
    return [...groups].toSorted(([a], [b]) => this.isQuietTag(a) - this.isQuietTag(b) || compare(a, b));
  }

  /** Whether a tag's operations are of use only now and then. */
  isQuietTag(tag) {
    const { hideTags = [], alwaysHideTags = [] } = this.description.ui ?? {};
    return hideTags.includes(tag) || alwaysHideTags.includes(tag);
  }

  /** The description of a type in use, if the host describes it. */
  describe(clrType) {
    return this.types.get(clrType.name);
  }

  /** Its members, its own first and then those of its bases, with parameters filled in. */
  members(clrType) {
    const type = this.describe(clrType);
    if (!type) return [];
    const parameters = new Map((type.genericArgs ?? []).map((name, at) => [name.replace(/^'/, ''), clrType.args[at]]).filter(([, arg]) => arg));
    const own = (type.properties ?? []).map((property) => ({
      property,
      declaredIn: type,
      type: ClrType.parse(property.type, property.genericArgs).with(parameters),
    }));
    const base = type.inherits && ClrType.parse(type.inherits.name, type.inherits.genericArgs).with(parameters);
    return base ? [...own, ...this.members(base)] : own;
  }

  /** The name of a property in JSON and JSV. */
  wireName(property) {
    const alias = property.dataMember?.name;
    if (alias) return alias;
    return this.description.app?.jsTextCase === 'PascalCase' ? property.name : camelCase(property.name);
  }
}

/** The type of an operation's request DTO. */
export function requestType(operation) {
  return ClrType.parse(operation.request.name, operation.request.genericArgs);
}

/** Whether a caller must state a value. */
export function isRequired(property) {
  const names = ['Required', 'ValidateNotEmpty', 'ValidateNotNull'];
  return property.isRequired === true || (property.attributes ?? []).some(({ name }) => names.includes(name));
}

/** Whether an operation is only for those who signed in. */
export function needsSignIn(operation) {
  const lists = ['requiredRoles', 'requiresAnyRole', 'requiredPermissions', 'requiresAnyPermission'];
  return operation.requiresAuth === true || lists.some((list) => operation[list]?.length);
}

function camelCase(name) {
  // Capitals at the start go together: `URLPath` is `urlPath`, `ID` is `id`.
  return name.replace(/^[A-Z]+(?=[A-Z][a-z]|$|[^A-Za-z])|^[A-Z]/, (capitals) => capitals.toLowerCase());
}

function compare(a, b) {
  return a.localeCompare(b, 'en');
}

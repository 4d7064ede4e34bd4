// Types as metadata names them: by their CLR names.

const NUMBERS = new Set(
  'Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal'.split(' '),
);
const WHOLE = /^S?Byte$|Int/;
const LISTS = /^(I?List|IEnumerable|I?Collection|ReadOnlyCollection|IReadOnlyList|IReadOnlyCollection|HashSet|ISet|SortedSet|Queue|Stack|LinkedList)$/;
const MAPS = /^(I?Dictionary|SortedDictionary|ConcurrentDictionary|IReadOnlyDictionary)$/;

/** A type in use: its plain name, and its arguments, for an array the type of its items. */
export class ClrType {
  constructor(name, args = [], isArray = false) {
    this.name = name;
    this.args = args;
    this.isArray = isArray;
  }

  /** Reads `Name`, `Name<A,B>`, `Name[]`, or `` Name`2 `` with its arguments apart. */
  static parse(text, genericArgs = []) {
    if (text.endsWith('[]')) {
      return new ClrType('Array', [ClrType.parse(text.slice(0, -2), genericArgs)], true);
    }
    const open = text.indexOf('<');
    if (open > 0) return new ClrType(plain(text.slice(0, open)), splitArguments(text.slice(open + 1, -1)).map((arg) => ClrType.parse(arg)));
    return new ClrType(plain(text), genericArgs.map((arg) => ClrType.parse(arg)));
  }

  get isNullable() {
    return this.name === 'Nullable';
  }

  /** The type without `Nullable`. */
  get inner() {
    return this.isNullable ? this.args[0] : this;
  }

  get isBytes() {
    return this.isArray && this.args[0].name === 'Byte';
  }

  get isList() {
    return (this.isArray && !this.isBytes) || (LISTS.test(this.name) && this.args.length === 1);
  }

  get isMap() {
    return MAPS.test(this.name) && this.args.length === 2;
  }

  get isNumber() {
    return NUMBERS.has(this.name);
  }

  get isWholeNumber() {
    return this.isNumber && WHOLE.test(this.name);
  }

  /** The type with `parameters` (name to type) in the place of the names that stand for them. */
  with(parameters) {
    const replaced = parameters.get(this.name);
    if (replaced && this.args.length === 0) return replaced;
    return new ClrType(this.name, this.args.map((arg) => arg.with(parameters)), this.isArray);
  }

  /** As C# writes it. */
  toString() {
    if (this.isArray) return `${this.args[0]}[]`;
    if (this.isNullable) return `${this.args[0]}?`;
    const name = C_SHARP[this.name] ?? this.name;
    return this.args.length ? `${name}<${this.args.join(', ')}>` : name;
  }
}

const C_SHARP = {
  String: 'string', Boolean: 'bool', Char: 'char', Object: 'object',
  Byte: 'byte', SByte: 'sbyte', Int16: 'short', UInt16: 'ushort', Int32: 'int', UInt32: 'uint',
  Int64: 'long', UInt64: 'ulong', Single: 'float', Double: 'double', Decimal: 'decimal',
};

/** Without the count of arguments and the mark of a parameter. */
function plain(name) {
  return name.trim().replace(/^'/, '').replace(/`\d+$/, '');
}

function splitArguments(text) {
  const parts = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const c = text[at];
    if (c === '<') depth += 1;
    else if (c === '>') depth -= 1;
    else if (at === text.length || (c === ',' && depth === 0)) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return parts;
}

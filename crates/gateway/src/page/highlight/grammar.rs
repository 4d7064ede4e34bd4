/// What of a language's grammar its colors need.
pub(super) struct Grammar {
    pub(super) line_comments: &'static [&'static str],
    pub(super) block_comment: Option<(&'static str, &'static str)>,
    pub(super) quotes: &'static [char],
    keywords: &'static [&'static str],
}

const CURLY: Grammar = Grammar {
    line_comments: &["//"],
    block_comment: Some(("/*", "*/")),
    quotes: &['"', '\'', '`'],
    keywords: &[
        "abstract", "any", "as", "async", "bool", "boolean", "byte", "char", "class", "const",
        "constructor", "data", "decimal", "double", "enum", "export", "extends", "final", "float",
        "fn", "fun", "func", "function", "get", "if", "impl", "implements", "import", "int",
        "interface", "internal", "is", "let", "long", "mod", "namespace", "new", "null", "number",
        "object", "open", "override", "package", "partial", "private", "protected", "pub",
        "public", "readonly", "required", "return", "set", "short", "static", "string", "struct",
        "super", "this", "throw", "throws", "true", "type", "typedef", "typeof", "use", "using",
        "val", "var", "virtual", "void", "false", "nil", "undefined", "declare", "i32", "i64",
        "u8", "u16", "u32", "u64", "i8", "i16", "f32", "f64", "usize", "error", "comptime",
    ],
};

const RUST: Grammar = Grammar {
    // A quote alone begins a lifetime.
    quotes: &['"'],
    ..CURLY
};

const PHP: Grammar = Grammar {
    line_comments: &["//", "# "],
    keywords: &[
        "abstract", "array", "bool", "class", "const", "enum", "extends", "final", "float", "fn",
        "function", "implements", "int", "interface", "mixed", "namespace", "new", "null",
        "private", "protected", "public", "return", "self", "static", "string", "use", "void",
        "case", "true", "false", "isset", "parent",
    ],
    ..CURLY
};

const HASH: Grammar = Grammar {
    line_comments: &["#"],
    block_comment: None,
    quotes: &['"', '\''],
    keywords: &[
        "False", "None", "True", "and", "as", "attr_accessor", "class", "def", "else", "end",
        "false", "from", "if", "import", "in", "include", "is", "lambda", "module", "nil", "not",
        "or", "pass", "require", "return", "self", "super", "true",
    ],
};

const FSHARP: Grammar = Grammar {
    line_comments: &["//"],
    block_comment: Some(("(*", "*)")),
    quotes: &['"'],
    keywords: &[
        "abstract", "and", "bool", "class", "default", "end", "false", "float", "inherit", "int",
        "interface", "let", "member", "module", "mutable", "namespace", "new", "null", "of",
        "open", "override", "rec", "static", "string", "then", "true", "type", "val", "with",
    ],
};

const BASIC: Grammar = Grammar {
    line_comments: &["'"],
    block_comment: None,
    quotes: &['"'],
    keywords: &[
        "As", "Boolean", "Class", "Date", "Decimal", "Double", "End", "Enum", "False", "Global",
        "Implements", "Imports", "Inherits", "Integer", "Interface", "Long", "MustInherit",
        "Namespace", "New", "Nothing", "Of", "Overridable", "Partial", "Property", "Public",
        "Single", "String", "Sub", "True",
    ],
};

impl Grammar {
    /// The grammar of a language by its key; that of most where it has none of its own.
    pub(super) fn of(language: &str) -> &'static Self {
        match language {
            "rust" | "zig" => &RUST,
            "php" => &PHP,
            "python" | "ruby" => &HASH,
            "fsharp" => &FSHARP,
            "vbnet" => &BASIC,
            _ => &CURLY,
        }
    }

    pub(super) fn is_keyword(&self, word: &str) -> bool {
        self.keywords.contains(&word)
    }
}

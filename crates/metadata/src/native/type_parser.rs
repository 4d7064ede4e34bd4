//! CLR type names as the description writes them: `Int32`, ``List`1`` with its arguments beside it,
//! `Dictionary<String,List<Int32>>`, `Nested[]`, `'T` for an open parameter.

/// A type name taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ClrName {
    /// The name, without arity.
    pub(crate) name: String,
    /// The arguments of a generic type.
    pub(crate) arguments: Vec<ClrName>,
    /// How often it is an array: 2 for `Int32[][]`.
    pub(crate) array_rank: usize,
}

/// Deeper nesting than any API has; what is below is left out.
const DEEPEST: usize = 16;

/// Takes `name` apart; `arguments` are those that the description holds beside the name.
pub(crate) fn parse(name: &str, arguments: &[String]) -> ClrName {
    let mut parsed = Parser { rest: name }.name(0);
    if parsed.arguments.is_empty() {
        parsed.arguments = arguments
            .iter()
            .map(|argument| Parser { rest: argument }.name(1))
            .collect();
    }
    parsed
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn name(&mut self, depth: usize) -> ClrName {
        let end = self
            .rest
            .find(['<', '>', ',', '['])
            .unwrap_or(self.rest.len());
        let (head, rest) = self.rest.split_at(end);
        self.rest = rest;
        let name = head.split('`').next().unwrap_or_default();
        let mut parsed = ClrName {
            name: name.trim().trim_start_matches('\'').to_owned(),
            arguments: Vec::new(),
            array_rank: 0,
        };
        if depth < DEEPEST && self.take('<') {
            parsed.arguments = self.arguments(depth + 1);
        }
        while self.take('[') {
            self.rest = self.rest.trim_start_matches([',', ']']);
            parsed.array_rank += 1;
        }
        parsed
    }

    fn arguments(&mut self, depth: usize) -> Vec<ClrName> {
        let mut arguments = Vec::new();
        while !self.rest.is_empty() {
            arguments.push(self.name(depth));
            if !self.take(',') {
                break;
            }
        }
        self.take('>');
        arguments
    }

    fn take(&mut self, expected: char) -> bool {
        let trimmed = self.rest.trim_start();
        match trimmed.strip_prefix(expected) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ClrName, parse};

    fn shown(name: &ClrName) -> String {
        let arguments: Vec<String> = name.arguments.iter().map(shown).collect();
        let open = if arguments.is_empty() {
            String::new()
        } else {
            format!("({})", arguments.join(" "))
        };
        format!("{}{open}{}", name.name, "[]".repeat(name.array_rank))
    }

    #[test]
    fn names_are_taken_apart() {
        let beside = |arguments: &[&str]| arguments.iter().map(|&text| text.to_owned()).collect();
        for (name, arguments, expected) in [
            ("Int32", vec![], "Int32"),
            ("List`1", beside(&["List<Int32>"]), "List(List(Int32))"),
            (
                "Dictionary`2",
                beside(&["String", "Dictionary<String,List<Int32[]>>"]),
                "Dictionary(String Dictionary(String List(Int32[])))",
            ),
            ("Nested[]", vec![], "Nested[]"),
            ("List`1[]", beside(&["'T"]), "List(T)[]"),
            (
                "Dictionary<String, Nested>",
                vec![],
                "Dictionary(String Nested)",
            ),
            ("Int32[][]", vec![], "Int32[][]"),
            ("", vec![], ""),
            ("<<<,>", vec![], "((( )))"),
        ] {
            assert_eq!(shown(&parse(name, &arguments)), expected, "{name}");
        }
    }

    #[test]
    fn nesting_has_an_end() {
        let deep = "List<".repeat(100_000);
        assert!(shown(&parse(&deep, &[])).len() < 200);
    }
}

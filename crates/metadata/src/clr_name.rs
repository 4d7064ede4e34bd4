use std::str::Chars;

use crate::{MetadataPropertyType, MetadataTypeName};

/// A .NET type by its short names, taken apart: `Dictionary<String,List<Int32>>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ClrName {
    /// Without arity and arguments; `[]` for an array, whose element is the one argument.
    pub(crate) name: String,
    pub(crate) args: Vec<ClrName>,
}

const ARRAY: &str = "[]";

impl ClrName {
    /// Reads a name as descriptions spell arguments. What is malformed becomes a name that
    /// nothing is called.
    pub(crate) fn parse(text: &str) -> Self {
        Self::read(&mut text.chars())
    }

    /// From a name that may have an arity, with its arguments apart.
    pub(crate) fn from_parts(name: &str, args: Option<&[String]>) -> Self {
        if let Some(element) = name.strip_suffix(ARRAY) {
            return Self::from_parts(element, args).into_array();
        }
        let args = args.unwrap_or_default();
        Self {
            name: without_arity(name).to_owned(),
            args: args.iter().map(|arg| Self::parse(arg)).collect(),
        }
    }

    pub(crate) fn of_property(property: &MetadataPropertyType) -> Self {
        let name = property.type_name.as_deref().unwrap_or_default();
        Self::from_parts(name, property.generic_args.as_deref())
    }

    pub(crate) fn of_reference(reference: &MetadataTypeName) -> Self {
        Self::from_parts(&reference.name, reference.generic_args.as_deref())
    }

    pub(crate) fn is_array(&self) -> bool {
        self.name == ARRAY
    }

    fn into_array(self) -> Self {
        Self {
            name: ARRAY.to_owned(),
            args: vec![self],
        }
    }

    fn read(rest: &mut Chars<'_>) -> Self {
        let mut name = String::new();
        let mut args = Vec::new();
        let mut dimensions = 0;
        while let Some(next) = rest.clone().next() {
            match next {
                ',' | '>' => break,
                '<' => {
                    rest.next();
                    args = Self::read_args(rest);
                    continue;
                }
                ']' => dimensions += 1,
                '[' => {}
                other => name.push(other),
            }
            rest.next();
        }
        let plain = Self {
            name: without_arity(name.trim()).to_owned(),
            args,
        };
        (0..dimensions).fold(plain, |element, _| element.into_array())
    }

    /// After `<`, up to and with its `>`.
    fn read_args(rest: &mut Chars<'_>) -> Vec<Self> {
        let mut args = Vec::new();
        loop {
            args.push(Self::read(rest));
            if rest.next() != Some(',') {
                return args;
            }
        }
    }
}

fn without_arity(name: &str) -> &str {
    name.split('`').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::ClrName;

    fn name(name: &str, args: Vec<ClrName>) -> ClrName {
        ClrName {
            name: name.to_owned(),
            args,
        }
    }

    #[test]
    fn arguments_nest() {
        let list = name("List", vec![name("Int32", vec![])]);
        let expected = name("Dictionary", vec![name("String", vec![]), list]);
        assert_eq!(ClrName::parse("Dictionary<String, List<Int32>>"), expected);
        let args = ["String".to_owned(), "List<Int32>".to_owned()];
        assert_eq!(ClrName::from_parts("Dictionary`2", Some(&args)), expected);
    }

    #[test]
    fn an_array_holds_its_element() {
        let array = name("[]", vec![name("Byte", vec![])]);
        assert_eq!(ClrName::parse("Byte[]"), array);
        assert_eq!(ClrName::from_parts("Byte[]", None), array);
        assert_eq!(ClrName::parse("Byte[][]"), name("[]", vec![array]));
    }

    #[test]
    fn malformed_names_end() {
        for text in ["", "<", "a<", "a<b", "a<b,", ">>", ",", "[[", "a<<b>>>"] {
            let _ = ClrName::parse(text);
        }
    }
}

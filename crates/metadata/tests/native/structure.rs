//! Languages whose compilers are not at hand: their files are taken apart, and every type and property
//! of the description has to be there with its type.

use metadata::{MetadataPropertyType, MetadataType};

use super::{recorded, rich, source};

/// What is expected of a language, stated apart from its generator.
struct Expected {
    key: &'static str,
    /// The words before the name of a class, and of an enumeration.
    class: &'static [&'static str],
    /// CLR names and their types.
    scalars: &'static str,
    list: fn(&str) -> String,
    array: fn(&str) -> String,
    set: fn(&str) -> String,
    map: fn(&str, &str) -> String,
    /// The text that declares a property: its CLR name, its type, whether null is told by `Nullable`,
    /// whether it is a value type.
    property: fn(&str, &str, bool, bool) -> String,
}

const SWIFT: Expected = Expected {
    key: "swift",
    class: &[
        "public class ",
        "public enum ",
        "public struct ",
        "public protocol ",
    ],
    scalars: "Boolean=Bool Byte=UInt8 SByte=Int8 Int16=Int16 UInt16=UInt16 Int32=Int UInt32=UInt32 \
        Int64=Int UInt64=UInt64 Single=Float Double=Double Decimal=Double Char=String String=String \
        DateTime=Date DateTimeOffset=Date TimeSpan=TimeInterval Guid=String Byte[]=[UInt8]",
    list: |item| format!("[{item}]"),
    array: |item| format!("[{item}]"),
    set: |item| format!("[{item}]"),
    map: |key, value| format!("[{key}:{value}]"),
    property: |name, kind, _, _| format!("var {}:{kind}", wire(name)),
};

const DART: Expected = Expected {
    key: "dart",
    class: &["class ", "abstract class ", "enum "],
    scalars: "Boolean=bool Byte=int SByte=int Int16=int UInt16=int Int32=int UInt32=int Int64=int \
        UInt64=int Single=double Double=double Decimal=double Char=String String=String \
        DateTime=DateTime DateTimeOffset=DateTime TimeSpan=Duration Guid=String Byte[]=Uint8List",
    list: |item| format!("List<{item}>"),
    array: |item| format!("List<{item}>"),
    set: |item| format!("List<{item}>"),
    map: |key, value| format!("Map<{key},{value}?>"),
    property: |name, kind, _, _| format!("{kind}? {}", wire(name)),
};

const KOTLIN: Expected = Expected {
    key: "kotlin",
    class: &["open class ", "enum class ", "interface "],
    scalars: "Boolean=Boolean Byte=Short SByte=Byte Int16=Short UInt16=Int Int32=Int UInt32=Long \
        Int64=Long UInt64=BigInteger Single=Float Double=Double Decimal=BigDecimal Char=String \
        String=String DateTime=Date DateTimeOffset=Date TimeSpan=TimeSpan Guid=UUID Byte[]=ByteArray",
    list: |item| format!("ArrayList<{item}>"),
    array: |item| format!("ArrayList<{item}>"),
    set: |item| format!("ArrayList<{item}>"),
    map: |key, value| format!("HashMap<{key},{value}>"),
    property: |name, kind, _, _| format!("var {}:{kind}", wire(name)),
};

const FSHARP: Expected = Expected {
    key: "fsharp",
    class: &["type "],
    scalars: CLR,
    list: |item| format!("ResizeArray<{item}>"),
    array: |item| format!("{item}[]"),
    set: |item| format!("HashSet<{item}>"),
    map: |key, value| format!("Dictionary<{key}, {value}>"),
    property: |name, kind, nullable, _| match nullable {
        true => format!("{name}:Nullable<{kind}> "),
        false => format!("{name}:{kind} "),
    },
};

const VBNET: Expected = Expected {
    key: "vbnet",
    class: &["Public Partial Class ", "Public Enum ", "Public Interface "],
    scalars: "Boolean=Boolean Byte=Byte SByte=SByte Int16=Short UInt16=UInt16 Int32=Integer \
        UInt32=UInt32 Int64=Long UInt64=UInt64 Single=Single Double=Double Decimal=Decimal Char=Char \
        String=String DateTime=Date DateTimeOffset=DateTimeOffset TimeSpan=TimeSpan Guid=Guid \
        Byte[]=Byte()",
    list: |item| format!("List(Of {item})"),
    array: |item| format!("{item}()"),
    set: |item| format!("HashSet(Of {item})"),
    map: |key, value| format!("Dictionary(Of {key}, {value})"),
    property: |name, kind, nullable, _| match nullable {
        true => format!("Property {name} As Nullable(Of {kind})"),
        false => format!("Property {name} As {kind}"),
    },
};

const ZIG: Expected = Expected {
    key: "zig",
    class: &["pub const ", "pub fn "],
    scalars: "Boolean=bool Byte=u8 SByte=i8 Int16=i16 UInt16=u16 Int32=i32 UInt32=u32 Int64=i64 \
        UInt64=u64 Single=f32 Double=f64 Decimal=f64 Char=[]const_u8 String=[]const_u8 \
        DateTime=[]const_u8 DateTimeOffset=[]const_u8 TimeSpan=[]const_u8 Guid=[]const_u8 \
        Byte[]=[]const_u8",
    list: |item| format!("[]const {item}"),
    array: |item| format!("[]const {item}"),
    set: |item| format!("[]const {item}"),
    map: |_, value| format!("std.json.ArrayHashMap({value})"),
    property: |name, kind, nullable, value| {
        // An enumeration has no value to start with.
        let is_enum = kind.starts_with(char::is_uppercase);
        let optional = if nullable || !value || is_enum {
            "?"
        } else {
            ""
        };
        format!("{}: {optional}{kind} = ", wire(name))
    },
};

const CLR: &str = "Boolean=Boolean Byte=Byte SByte=SByte Int16=Int16 UInt16=UInt16 Int32=Int32 UInt32=UInt32 \
    Int64=Int64 UInt64=UInt64 Single=Single Double=Double Decimal=Decimal Char=Char String=String \
    DateTime=DateTime DateTimeOffset=DateTimeOffset TimeSpan=TimeSpan Guid=Guid Byte[]=Byte[]";

const ALL: [Expected; 6] = [SWIFT, DART, KOTLIN, FSHARP, VBNET, ZIG];

fn wire(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_ascii_lowercase())
        .into_iter()
        .chain(letters)
        .collect()
}

impl Expected {
    /// The type of a CLR name and its arguments, without `Nullable`.
    fn kind(&self, name: &str, arguments: &[String]) -> String {
        if let Some(scalar) = self.scalars.split_whitespace().find_map(|pair| {
            let (clr, kind) = pair.split_once('=')?;
            (clr == name).then(|| kind.replace('_', " "))
        }) {
            return scalar;
        }
        if let Some(item) = name.strip_suffix("[]") {
            return (self.array)(&self.kind(item, &[]));
        }
        if let Some((outer, inner)) = name.split_once('<') {
            let inner = inner.trim_end_matches('>').to_owned();
            return self.kind(&format!("{outer}`1"), &[inner]);
        }
        let argument = |index: usize| self.kind(&arguments[index], &[]);
        match name {
            "Nullable`1" => argument(0),
            "List`1" => (self.list)(&argument(0)),
            "HashSet`1" => (self.set)(&argument(0)),
            "Dictionary`2" => (self.map)(&argument(0), &argument(1)),
            other => other.to_owned(),
        }
    }

    fn declares(&self, block: &str, property: &MetadataPropertyType) -> bool {
        let name = property.type_name.as_deref().unwrap();
        let kind = self.kind(name, property.generic_args.as_deref().unwrap_or_default());
        // A name of ServiceStack's may be qualified, one that circles back may be a pointer.
        let kinds = [kind.clone(), format!("ss.{kind}"), format!("*const {kind}")];
        kinds.iter().any(|kind| {
            let nullable = name == "Nullable`1";
            let text = (self.property)(&property.name, kind, nullable, property.is_value_type);
            plain(block).to_lowercase().contains(&text.to_lowercase())
        })
    }

    /// The lines of a type: from the one that opens it to the next one that is not further in.
    fn block<'a>(&self, text: &'a str, described: &MetadataType) -> Option<Vec<&'a str>> {
        let name = described.name.split('`').next().unwrap();
        let mut lines = text.lines();
        let head = lines.find(|line| {
            self.class.iter().any(|words| {
                let rest = line.trim_start().strip_prefix(words).map(plain);
                rest.is_some_and(|rest| {
                    rest.trim_start_matches('[')
                        .strip_prefix(name)
                        .is_some_and(|rest| {
                            !rest.starts_with(|letter: char| {
                                letter.is_alphanumeric() || letter == '_'
                            })
                        })
                })
            })
        })?;
        let depth = |line: &str| line.len() - line.trim_start().len();
        Some(
            lines
                .take_while(|line| line.is_empty() || *line == "{" || depth(line) > depth(head))
                .collect(),
        )
    }
}

/// A line without what languages put around reserved names, and without renaming.
fn plain(text: &str) -> String {
    text.replace("``", "")
        .replace('`', "")
        .replace("@\"", "")
        .replace("\":", ":")
        .replace("Property [", "Property ")
        .replace("Class [", "Class ")
        .replace("] As", " As")
}

#[test]
fn every_type_and_property_is_there_with_its_type() {
    let types = recorded();
    for expected in ALL {
        let text = source(expected.key, &types, &[]);
        let mut checked = 0;
        for described in types
            .all_types()
            .filter(|described| described.namespace == "Conformance")
        {
            if expected.key == "zig" && (described.is_abstract || described.is_interface) {
                continue;
            }
            let block = expected.block(&text, described);
            let block = block.unwrap_or_else(|| panic!("{}: no {}", expected.key, described.name));
            let block = block.join("\n");
            for property in described.own_properties() {
                assert!(
                    expected.declares(&block, property),
                    "{}: {}.{} in\n{block}",
                    expected.key,
                    described.name,
                    property.name
                );
                checked += 1;
            }
            for name in described.enum_names.iter().flatten() {
                let wire = described.enum_member_values.iter().flatten();
                let mut names = wire.chain([name]);
                assert!(
                    names.any(|name| block.contains(name.as_str())),
                    "{}: {name}",
                    expected.key
                );
            }
        }
        assert!(checked > 80, "{}: only {checked} properties", expected.key);
    }
}

/// Brackets match once comments and literals are taken away, whatever descriptions hold.
#[test]
fn brackets_match() {
    for expected in ALL {
        for types in [recorded(), rich()] {
            let text = source(expected.key, &types, &[]);
            assert_eq!(unmatched(expected.key, &text), "", "{}", expected.key);
        }
    }
}

/// The brackets that are left open or close nothing.
fn unmatched(key: &str, text: &str) -> String {
    let (line_comment, quotes) = match key {
        "vbnet" => ("'", "\""),
        "dart" => ("//", "\"'"),
        _ => ("//", "\""),
    };
    let blocks = if key == "fsharp" {
        ("(*", "*)")
    } else {
        ("/*", "*/")
    };
    let mut open = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if rest.starts_with(blocks.0) && key != "vbnet" && key != "zig" {
            rest = rest.split_once(blocks.1).expect("a comment that ends").1;
        } else if rest.starts_with(line_comment) {
            rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
        } else if quotes.contains(letter) {
            rest = after_literal(&rest[1..], letter, key != "vbnet");
        } else {
            match letter {
                '(' | '[' | '{' => open.push(letter),
                ')' | ']' | '}' => {
                    let opened = open.pop();
                    let fits = matches!(
                        (opened, letter),
                        (Some('('), ')') | (Some('['), ']') | (Some('{'), '}')
                    );
                    if !fits {
                        return format!("{letter} before {rest}");
                    }
                }
                _ => {}
            }
            rest = &rest[letter.len_utf8()..];
        }
    }
    open
}

/// What follows the end of a literal that has begun.
fn after_literal(text: &str, quote: char, has_escapes: bool) -> &str {
    let mut escaped = false;
    for (place, letter) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if letter == '\\' && has_escapes {
            escaped = true;
        } else if letter == quote {
            return &text[place + 1..];
        }
    }
    panic!("a literal without an end: {text}")
}

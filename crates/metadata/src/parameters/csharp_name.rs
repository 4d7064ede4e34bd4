use crate::{MetadataPropertyType, MetadataType};

/// How parameter tables name the type of a property: as C# does, with `?` for what may be null.
/// Arguments of arguments keep their CLR names, as on ServiceStack's pages.
pub fn csharp_name(property: &MetadataPropertyType) -> String {
    let clr = property.type_name.as_deref().unwrap_or("object");
    let args = property.generic_args.as_deref().unwrap_or_default();
    let (plain, arity) = clr.split_once('`').unwrap_or((clr, ""));
    let brackets = arity.trim_start_matches(|c: char| c.is_ascii_digit());
    match (plain, args) {
        ("Nullable", [inner]) => format!("{}?", keyword(inner)),
        (_, []) => keyword(clr),
        _ => {
            let args: Vec<String> = args.iter().map(|arg| keyword(arg)).collect();
            format!("{plain}<{}>{brackets}", args.join(", "))
        }
    }
}

/// The name of a class with its type parameters: `PutOperationTenanted<TResponse>`.
pub fn csharp_class_name(class: &MetadataType) -> String {
    let plain = class.name.split('`').next().unwrap_or(&class.name);
    match class.generic_args.as_deref() {
        None | Some([]) => plain.to_owned(),
        Some(parameters) => format!("{plain}<{}>", parameters.join(", ")),
    }
}

/// C#'s word for a type, or its name; an array keeps its brackets.
fn keyword(clr: &str) -> String {
    if let Some(element) = clr.strip_suffix("[]") {
        return format!("{}[]", keyword(element));
    }
    let word = match clr {
        "Boolean" => "bool",
        "Byte" => "byte",
        "Int16" => "short",
        "UInt16" => "ushort",
        "Int32" => "int",
        "UInt32" => "uint",
        "Int64" => "long",
        "UInt64" => "ulong",
        "Single" => "float",
        "Double" => "double",
        "Decimal" => "decimal",
        "String" => "string",
        "Object" => "object",
        other => other,
    };
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{csharp_class_name, csharp_name};
    use crate::{MetadataPropertyType, MetadataType};

    fn name(clr: &str, args: &[&str]) -> String {
        let args: Vec<String> = args.iter().map(ToString::to_string).collect();
        csharp_name(&MetadataPropertyType {
            type_name: Some(clr.to_owned()),
            generic_args: (!args.is_empty()).then_some(args),
            ..MetadataPropertyType::default()
        })
    }

    #[test]
    fn types_go_by_their_csharp_names() {
        assert_eq!(name("Int32", &[]), "int");
        assert_eq!(name("SByte", &[]), "SByte");
        assert_eq!(name("Byte[]", &[]), "byte[]");
        assert_eq!(name("Nullable`1", &["Int64"]), "long?");
        assert_eq!(name("List`1", &["String"]), "List<string>");
        assert_eq!(name("List`1", &["List<Int32>"]), "List<List<Int32>>");
        assert_eq!(name("List`1[]", &["Int32"]), "List<int>[]");
        let dictionary = name("Dictionary`2", &["String", "Nested"]);
        assert_eq!(dictionary, "Dictionary<string, Nested>");
        let class = MetadataType {
            name: "Pair`2".into(),
            generic_args: Some(vec!["A".into(), "B".into()]),
            ..MetadataType::default()
        };
        assert_eq!(csharp_class_name(&class), "Pair<A, B>");
    }
}

use contract::TypeRef;

use crate::MetadataTypeName;

/// A reference to a class, a base class or what an operation returns.
pub(super) fn type_name(reference: &TypeRef) -> MetadataTypeName {
    let arguments = generic_args(reference);
    MetadataTypeName {
        name: reference.name.to_string(),
        namespace: namespace(reference),
        generic_args: (!arguments.is_empty()).then_some(arguments),
    }
}

/// A reference to an interface, whose arguments are listed even where there are none.
pub(super) fn interface_name(reference: &TypeRef) -> MetadataTypeName {
    MetadataTypeName {
        generic_args: Some(generic_args(reference)),
        ..type_name(reference)
    }
}

pub(super) fn namespace(reference: &TypeRef) -> Option<String> {
    let namespace = reference.namespace.as_ref();
    (!namespace.is_empty()).then(|| namespace.to_owned())
}

/// The arguments of a generic type as .NET short names them; an array's are those of its element.
pub(super) fn generic_args(reference: &TypeRef) -> Vec<String> {
    match reference.generic_args.as_slice() {
        [element] if is_array(reference) => generic_args(element),
        arguments => arguments.iter().map(short_name).collect(),
    }
}

/// `List<Int32>`, `Dictionary<String,List<String>>`, `String[]`.
fn short_name(reference: &TypeRef) -> String {
    match reference.generic_args.as_slice() {
        [] => reference.name.to_string(),
        [element] if is_array(reference) => format!("{}[]", short_name(element)),
        arguments => {
            let name = reference.name.split('`').next().unwrap_or_default();
            let arguments: Vec<String> = arguments.iter().map(short_name).collect();
            format!("{name}<{}>", arguments.join(","))
        }
    }
}

fn is_array(reference: &TypeRef) -> bool {
    reference.name.ends_with("[]")
}

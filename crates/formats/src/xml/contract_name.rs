use contract::{TypeRef, TypeShape};
use data_encoding::BASE64;
use md5::{Digest, Md5};

const XSD: &str = "http://www.w3.org/2001/XMLSchema";
/// Of .NET's built-in types that XML Schema has none for, and of documents of any of them.
pub(super) const SERIALIZATION: &str = "http://schemas.microsoft.com/2003/10/Serialization/";
/// Of lists and dictionaries.
pub(super) const ARRAYS: &str = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";
/// Of .NET's own types that are written as objects.
pub(super) const SYSTEM: &str = "http://schemas.datacontract.org/2004/07/System";
/// Of ServiceStack's own types.
const SERVICE_STACK: &str = "http://schemas.servicestack.net/types";
const CLR: &str = "http://schemas.datacontract.org/2004/07/";

/// The name of a type in XML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ContractName {
    pub(super) local: String,
    pub(super) namespace: String,
}

impl ContractName {
    pub(super) fn of(type_ref: &TypeRef) -> Self {
        match type_ref.shape {
            TypeShape::Nullable => argument(type_ref, 0),
            TypeShape::Scalar if type_ref.descriptor().is_none() => scalar(&type_ref.name),
            TypeShape::Scalar | TypeShape::Object => Self {
                local: type_ref
                    .name
                    .split('`')
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
                namespace: class_namespace(&type_ref.namespace),
            },
            TypeShape::List => Self {
                local: format!("ArrayOf{}", argument(type_ref, 0).local),
                namespace: ARRAYS.to_owned(),
            }
            .in_namespace_of_item(&argument(type_ref, 0)),
            TypeShape::Dictionary => Self {
                local: format!("ArrayOf{}", entry_name(type_ref)),
                namespace: ARRAYS.to_owned(),
            },
        }
    }

    /// Of a value that nothing describes.
    pub(super) fn anonymous() -> Self {
        Self {
            local: "anyType".to_owned(),
            namespace: XSD.to_owned(),
        }
    }

    /// A list of objects is named in the objects' namespace.
    fn in_namespace_of_item(self, item: &Self) -> Self {
        match item.is_built_in() {
            true => self,
            false => Self {
                namespace: item.namespace.clone(),
                ..self
            },
        }
    }

    /// Whether the type is one that XML Schema or .NET's serializer defines.
    pub(super) fn is_built_in(&self) -> bool {
        self.namespace == XSD || self.namespace == SERIALIZATION
    }
}

/// The name of the `index`th argument.
pub(super) fn argument(type_ref: &TypeRef, index: usize) -> ContractName {
    type_ref
        .generic_args
        .get(index)
        .map_or_else(ContractName::anonymous, ContractName::of)
}

/// The element of a dictionary's entry: `KeyValueOfstringint`, with a digest of the namespaces
/// where a type is not built in.
pub(super) fn entry_name(type_ref: &TypeRef) -> String {
    let (key, value) = (argument(type_ref, 0), argument(type_ref, 1));
    let mut name = format!("KeyValueOf{}{}", key.local, value.local);
    if !(key.is_built_in() && value.is_built_in()) {
        let namespaces = format!(" 2 {} {}", key.namespace, value.namespace);
        name.push_str(&digest(&namespaces));
    }
    name
}

/// Eight characters that .NET tells types of the same name apart by: base64 of the first six
/// bytes of an MD5, made fit for a name. It secures nothing.
fn digest(namespaces: &str) -> String {
    let digest = Md5::digest(namespaces.as_bytes());
    BASE64
        .encode(&digest[..6])
        .replace('/', "_S")
        .replace('+', "_P")
}

/// The namespace of the classes of a CLR namespace.
pub(super) fn class_namespace(clr: &str) -> String {
    match clr {
        "ServiceStack" => SERVICE_STACK.to_owned(),
        clr => format!("{CLR}{clr}"),
    }
}

fn scalar(clr_name: &str) -> ContractName {
    let (local, namespace) = match clr_name {
        "Boolean" => ("boolean", XSD),
        "Byte" => ("unsignedByte", XSD),
        "SByte" => ("byte", XSD),
        "Int16" => ("short", XSD),
        "UInt16" => ("unsignedShort", XSD),
        "Int32" => ("int", XSD),
        "UInt32" => ("unsignedInt", XSD),
        "Int64" => ("long", XSD),
        "UInt64" => ("unsignedLong", XSD),
        "Single" => ("float", XSD),
        "Double" => ("double", XSD),
        "Decimal" => ("decimal", XSD),
        "String" => ("string", XSD),
        "DateTime" => ("dateTime", XSD),
        "Byte[]" => ("base64Binary", XSD),
        "Char" => ("char", SERIALIZATION),
        "Guid" => ("guid", SERIALIZATION),
        "TimeSpan" => ("duration", SERIALIZATION),
        "DateTimeOffset" => ("DateTimeOffset", SYSTEM),
        _ => ("anyType", XSD),
    };
    ContractName {
        local: local.to_owned(),
        namespace: namespace.to_owned(),
    }
}

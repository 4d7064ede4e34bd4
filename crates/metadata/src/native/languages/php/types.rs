//! The types of PHP, and those that its annotations have beyond them.

use crate::native::type_ref::{ListKind, NamedType, Scalar, TypeRef};
use crate::native::type_syntax::TypeSyntax;

/// The types of declarations, which know no generics.
pub(super) struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        match scalar {
            Scalar::Boolean => "bool",
            Scalar::Single | Scalar::Double | Scalar::Decimal => "float",
            Scalar::DateTime | Scalar::DateTimeOffset => "DateTime",
            Scalar::TimeSpan => "DateInterval",
            number if number.is_integer() => "int",
            _ => "string",
        }
    }

    fn bytes(&self) -> String {
        "ByteArray".to_owned()
    }

    fn any(&self) -> &'static str {
        "mixed"
    }

    fn list(&self, _: ListKind, _: &str) -> String {
        "array".to_owned()
    }

    fn map(&self, _: &TypeRef, _: &TypeRef) -> String {
        "array".to_owned()
    }

    fn named(&self, named: &NamedType) -> String {
        named.name.clone()
    }

    fn parameter(&self, _: &str) -> String {
        "mixed".to_owned()
    }
}

/// The types of annotations and of the client's converters.
pub(super) struct Documented;

impl TypeSyntax for Documented {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        Types.scalar(scalar)
    }

    fn bytes(&self) -> String {
        Types.bytes()
    }

    fn any(&self) -> &'static str {
        Types.any()
    }

    fn list(&self, _: ListKind, item: &str) -> String {
        format!("array<{item}>")
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        format!("array<{},{}>", self.write(key), self.write(value))
    }

    fn named(&self, named: &NamedType) -> String {
        named.name.clone()
    }

    fn parameter(&self, _: &str) -> String {
        "mixed".to_owned()
    }
}

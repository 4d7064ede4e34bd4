use crate::native::type_ref::{ListKind, Scalar, TypeRef};
use crate::native::type_syntax::TypeSyntax;

/// The types of VB.NET.
pub(super) struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        match scalar {
            Scalar::Int16 => "Short",
            Scalar::Int32 => "Integer",
            Scalar::Int64 => "Long",
            Scalar::DateTime => "Date",
            other => other.clr(),
        }
    }

    fn bytes(&self) -> String {
        "Byte()".to_owned()
    }

    fn any(&self) -> &'static str {
        "Object"
    }

    fn list(&self, kind: ListKind, item: &str) -> String {
        match kind {
            ListKind::Array => format!("{item}()"),
            ListKind::List => format!("List(Of {item})"),
            ListKind::Set => format!("HashSet(Of {item})"),
        }
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        format!("Dictionary(Of {}, {})", self.write(key), self.write(value))
    }

    fn nullable(&self, inner: &str) -> String {
        format!("Nullable(Of {inner})")
    }

    fn generic(&self, name: &str, arguments: &str) -> String {
        format!("{name}(Of {arguments})")
    }
}

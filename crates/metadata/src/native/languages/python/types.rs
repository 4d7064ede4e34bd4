use crate::native::type_ref::{ListKind, Scalar, TypeRef};
use crate::native::type_syntax::TypeSyntax;

/// The types of Python.
pub(super) struct Types;

impl TypeSyntax for Types {
    fn scalar(&self, scalar: Scalar) -> &'static str {
        match scalar {
            Scalar::Boolean => "bool",
            Scalar::Single | Scalar::Double => "float",
            Scalar::Decimal => "decimal.Decimal",
            Scalar::DateTime | Scalar::DateTimeOffset => "datetime.datetime",
            Scalar::TimeSpan => "datetime.timedelta",
            number if number.is_integer() => "int",
            _ => "str",
        }
    }

    fn bytes(&self) -> String {
        "bytes".to_owned()
    }

    fn any(&self) -> &'static str {
        "Any"
    }

    fn list(&self, _: ListKind, item: &str) -> String {
        format!("List[{item}]")
    }

    fn map(&self, key: &TypeRef, value: &TypeRef) -> String {
        format!("Dict[{}, {}]", self.write(key), self.write(value))
    }

    fn nullable(&self, inner: &str) -> String {
        format!("Optional[{inner}]")
    }

    fn generic(&self, name: &str, arguments: &str) -> String {
        format!("{name}[{arguments}]")
    }
}

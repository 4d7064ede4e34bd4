use super::property::Property;
use super::type_ref::{ListKind, NamedType, Scalar, TypeRef};

/// How a language writes types. Everything but the names of simple types and of collections has a
/// default, so a language states only what is its own.
pub(crate) trait TypeSyntax {
    /// The name of a simple type.
    fn scalar(&self, scalar: Scalar) -> &'static str;

    /// The type of `byte[]`.
    fn bytes(&self) -> String;

    /// The type that anything is assignable to.
    fn any(&self) -> &'static str;

    /// A sequence of `item`.
    fn list(&self, kind: ListKind, item: &str) -> String;

    /// A dictionary.
    fn map(&self, key: &TypeRef, value: &TypeRef) -> String;

    /// `inner`, or nothing.
    fn nullable(&self, inner: &str) -> String {
        inner.to_owned()
    }

    /// A declared type.
    fn named(&self, named: &NamedType) -> String {
        if named.arguments.is_empty() {
            return named.name.clone();
        }
        let arguments: Vec<_> = named
            .arguments
            .iter()
            .map(|argument| self.write(argument))
            .collect();
        self.generic(&named.name, &arguments.join(self.separator()))
    }

    /// A generic type with its arguments.
    fn generic(&self, name: &str, arguments: &str) -> String {
        format!("{name}<{arguments}>")
    }

    /// A type parameter.
    fn parameter(&self, name: &str) -> String {
        name.to_owned()
    }

    /// What stands between the arguments of a generic type.
    fn separator(&self) -> &'static str {
        ", "
    }

    /// The type of a property, with that it may be absent.
    fn of_property(&self, property: &Property<'_>) -> String {
        let kind = self.write(&property.kind);
        if property.is_nullable {
            self.nullable(&kind)
        } else {
            kind
        }
    }

    /// The source of any type.
    fn write(&self, written: &TypeRef) -> String {
        match written {
            TypeRef::Scalar(scalar) => self.scalar(*scalar).to_owned(),
            TypeRef::Bytes => self.bytes(),
            TypeRef::Any => self.any().to_owned(),
            TypeRef::Nullable(inner) => self.nullable(&self.write(inner)),
            TypeRef::List(kind, item) => self.list(*kind, &self.write(item)),
            TypeRef::Map(key, value) => self.map(key, value),
            TypeRef::Parameter(name) => self.parameter(name),
            TypeRef::Named(named) => self.named(named),
        }
    }
}

/// `Name<A, B>` of a declaration with type parameters.
pub(crate) fn with_parameters(name: &str, parameters: &[String]) -> String {
    if parameters.is_empty() {
        name.to_owned()
    } else {
        format!("{name}<{}>", parameters.join(", "))
    }
}

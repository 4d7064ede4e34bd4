/// The type of a property, a base class or a result, resolved against the description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TypeRef {
    /// One of .NET's simple types.
    Scalar(Scalar),
    /// `byte[]` and streams: base64 text on the wire.
    Bytes,
    /// `object`, or a type that the description does not hold.
    Any,
    /// `Nullable<T>`.
    Nullable(Box<TypeRef>),
    /// A sequence.
    List(ListKind, Box<TypeRef>),
    /// A dictionary.
    Map(Box<TypeRef>, Box<TypeRef>),
    /// A type parameter.
    Parameter(String),
    /// A declared type.
    Named(NamedType),
}

/// A reference to a declared type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NamedType {
    /// Its place in the catalog.
    pub(crate) entry: usize,
    /// Its name in the generated file.
    pub(crate) name: String,
    /// Whether it is an enumeration.
    pub(crate) is_enum: bool,
    /// The arguments of a generic type.
    pub(crate) arguments: Vec<TypeRef>,
}

/// The CLR's sequences, as far as languages tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListKind {
    /// `T[]`.
    Array,
    /// `List<T>` and the interfaces that it implements.
    List,
    /// `HashSet<T>`.
    Set,
}

/// .NET's simple types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scalar {
    Boolean,
    Byte,
    SByte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    Char,
    String,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Guid,
}

impl Scalar {
    /// The scalar of that CLR name.
    pub(crate) fn of_clr(name: &str) -> Option<Self> {
        Some(match name {
            "Boolean" | "bool" => Self::Boolean,
            "Byte" | "byte" => Self::Byte,
            "SByte" | "sbyte" => Self::SByte,
            "Int16" | "short" => Self::Int16,
            "UInt16" | "ushort" => Self::UInt16,
            "Int32" | "int" => Self::Int32,
            "UInt32" | "uint" => Self::UInt32,
            "Int64" | "long" => Self::Int64,
            "UInt64" | "ulong" => Self::UInt64,
            "Single" | "float" => Self::Single,
            "Double" | "double" => Self::Double,
            "Decimal" | "decimal" => Self::Decimal,
            "Char" | "char" => Self::Char,
            "String" | "string" | "Uri" | "Type" => Self::String,
            "DateTime" => Self::DateTime,
            "DateTimeOffset" => Self::DateTimeOffset,
            "DateOnly" => Self::DateOnly,
            "TimeOnly" => Self::TimeOnly,
            "TimeSpan" => Self::TimeSpan,
            "Guid" => Self::Guid,
            _ => return None,
        })
    }

    /// Its CLR name.
    pub(crate) fn clr(self) -> &'static str {
        match self {
            Self::Boolean => "Boolean",
            Self::Byte => "Byte",
            Self::SByte => "SByte",
            Self::Int16 => "Int16",
            Self::UInt16 => "UInt16",
            Self::Int32 => "Int32",
            Self::UInt32 => "UInt32",
            Self::Int64 => "Int64",
            Self::UInt64 => "UInt64",
            Self::Single => "Single",
            Self::Double => "Double",
            Self::Decimal => "Decimal",
            Self::Char => "Char",
            Self::String => "String",
            Self::DateTime => "DateTime",
            Self::DateTimeOffset => "DateTimeOffset",
            Self::DateOnly => "DateOnly",
            Self::TimeOnly => "TimeOnly",
            Self::TimeSpan => "TimeSpan",
            Self::Guid => "Guid",
        }
    }

    /// Whether it is one of the integers.
    pub(crate) fn is_integer(self) -> bool {
        use Scalar::{Byte, Int16, Int32, Int64, SByte, UInt16, UInt32, UInt64};
        matches!(
            self,
            Byte | SByte | Int16 | UInt16 | Int32 | UInt32 | Int64 | UInt64
        )
    }

    /// Whether it is a number.
    pub(crate) fn is_number(self) -> bool {
        self.is_integer() || matches!(self, Self::Single | Self::Double | Self::Decimal)
    }
}

impl TypeRef {
    /// The type without `Nullable<>` around it.
    pub(crate) fn not_null(&self) -> &Self {
        match self {
            Self::Nullable(inner) => inner,
            other => other,
        }
    }

    /// Whether null needs no `Nullable<>`.
    pub(crate) fn is_reference(&self) -> bool {
        match self {
            Self::Scalar(scalar) => *scalar == Scalar::String,
            Self::Nullable(_) => false,
            Self::Named(named) => !named.is_enum,
            _ => true,
        }
    }

    /// Whether it is a sequence or a dictionary.
    pub(crate) fn is_collection(&self) -> bool {
        matches!(self, Self::List(..) | Self::Map(..))
    }

    /// Calls `visit` with every declared type in it.
    pub(crate) fn each_named(&self, visit: &mut impl FnMut(&NamedType)) {
        match self {
            Self::Nullable(inner) | Self::List(_, inner) => inner.each_named(visit),
            Self::Map(key, value) => {
                key.each_named(visit);
                value.each_named(visit);
            }
            Self::Named(named) => {
                visit(named);
                for argument in &named.arguments {
                    argument.each_named(visit);
                }
            }
            Self::Scalar(_) | Self::Bytes | Self::Any | Self::Parameter(_) => {}
        }
    }

    /// The type with every parameter replaced by what `argument` gives for it.
    pub(crate) fn substituted(&self, argument: &impl Fn(&str) -> Option<TypeRef>) -> Self {
        let boxed = |inner: &TypeRef| Box::new(inner.substituted(argument));
        match self {
            Self::Parameter(name) => argument(name).unwrap_or(Self::Any),
            Self::Nullable(inner) => Self::Nullable(boxed(inner)),
            Self::List(kind, inner) => Self::List(*kind, boxed(inner)),
            Self::Map(key, value) => Self::Map(boxed(key), boxed(value)),
            Self::Named(named) => Self::Named(NamedType {
                arguments: named
                    .arguments
                    .iter()
                    .map(|inner| inner.substituted(argument))
                    .collect(),
                ..named.clone()
            }),
            other => other.clone(),
        }
    }
}

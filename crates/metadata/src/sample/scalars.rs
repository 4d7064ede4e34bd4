use contract::{
    Bytes, Char, DateTime, DateTimeOffset, Decimal, Guid, PropertyType, TimeSpan, TypeRef,
};
use serde::{Serialize, Serializer};

/// A scalar of .NET's `System` by its CLR name.
pub(super) fn type_ref(name: &str) -> Option<TypeRef> {
    Some(match name {
        "Boolean" => bool::type_ref(),
        "Byte" => u8::type_ref(),
        "SByte" => i8::type_ref(),
        "Int16" => i16::type_ref(),
        "UInt16" => u16::type_ref(),
        "Int32" => i32::type_ref(),
        "UInt32" => u32::type_ref(),
        "Int64" => i64::type_ref(),
        "UInt64" => u64::type_ref(),
        "Single" => f32::type_ref(),
        "Double" => f64::type_ref(),
        "Decimal" => Decimal::type_ref(),
        "String" => String::type_ref(),
        "Char" => Char::type_ref(),
        "DateTime" => DateTime::type_ref(),
        "DateTimeOffset" => DateTimeOffset::type_ref(),
        "TimeSpan" => TimeSpan::type_ref(),
        "Guid" => Guid::type_ref(),
        _ => return None,
    })
}

/// Writes the value that a sample has of a scalar: the zero of a value type, one byte, the word
/// `String`, null for a type of which nothing is known.
pub(super) fn serialize<S: Serializer>(name: &str, serializer: S) -> Result<S::Ok, S::Error> {
    match name {
        "Boolean" => serializer.serialize_bool(false),
        "Byte" => serializer.serialize_u8(0),
        "SByte" => serializer.serialize_i8(0),
        "Int16" => serializer.serialize_i16(0),
        "UInt16" => serializer.serialize_u16(0),
        "Int32" => serializer.serialize_i32(0),
        "UInt32" => serializer.serialize_u32(0),
        "Int64" => serializer.serialize_i64(0),
        "UInt64" => serializer.serialize_u64(0),
        "Single" => serializer.serialize_f32(0.0),
        "Double" => serializer.serialize_f64(0.0),
        "String" => serializer.serialize_str("String"),
        "Decimal" => Decimal::default().serialize(serializer),
        "Char" => Char::default().serialize(serializer),
        "DateTime" => DateTime::default().serialize(serializer),
        "DateTimeOffset" => DateTimeOffset::default().serialize(serializer),
        "TimeSpan" => TimeSpan::default().serialize(serializer),
        "Guid" => Guid::default().serialize(serializer),
        "Byte[]" => Bytes(vec![0]).serialize(serializer),
        _ => serializer.serialize_none(),
    }
}

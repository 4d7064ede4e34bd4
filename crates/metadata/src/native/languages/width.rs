use crate::native::type_ref::Scalar;

/// The simple types of languages that name numbers by their width in bits, as Rust and Zig do; what
/// is text on the wire is none of them.
pub(super) fn by_width(scalar: Scalar) -> Option<&'static str> {
    let name = match scalar {
        Scalar::Boolean => "bool",
        Scalar::Byte => "u8",
        Scalar::SByte => "i8",
        Scalar::Int16 => "i16",
        Scalar::UInt16 => "u16",
        Scalar::Int32 => "i32",
        Scalar::UInt32 => "u32",
        Scalar::Int64 => "i64",
        Scalar::UInt64 => "u64",
        Scalar::Single => "f32",
        Scalar::Double | Scalar::Decimal => "f64",
        _ => return None,
    };
    Some(name)
}

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

use crate::{PropertyType, TypeDescriptor, scalar_name};

/// An enumeration that goes by name on the wire; made by `#[derive(WireEnum)]`.
pub trait WireEnum: PropertyType + Copy + PartialEq {
    /// The enumeration as .NET would state it.
    fn descriptor() -> &'static TypeDescriptor;

    /// The value of that number.
    fn from_number(number: i64) -> Option<Self>;
}

/// Reads an enumeration by CLR name, wire name (each in any case) or number.
///
/// # Errors
/// No value goes by that name or number.
pub fn read_enum<'de, T: WireEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let number = deserializer.deserialize_str(MembersVisitor {
        descriptor: T::descriptor(),
    })?;
    T::from_number(number).ok_or_else(|| unknown(T::descriptor(), &number.to_string()))
}

/// A set of flags that combine, written as their number; made by `#[derive(Flags)]` on a
/// newtype of an integer.
pub trait Flags: PropertyType + Copy + PartialEq {
    /// The flags as .NET would state them.
    fn descriptor() -> &'static TypeDescriptor;

    /// The flags of that number, bits without a name kept; `None` if it is out of range.
    fn from_bits(bits: i64) -> Option<Self>;

    /// Their number.
    fn bits(self) -> i64;
}

/// Reads flags: a number, a name, or several names separated by commas.
///
/// # Errors
/// A name that is none of the flags'.
pub fn read_flags<'de, T: Flags, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let bits = deserializer.deserialize_str(MembersVisitor {
        descriptor: T::descriptor(),
    })?;
    T::from_bits(bits).ok_or_else(|| unknown(T::descriptor(), &bits.to_string()))
}

/// Writes flags as their number.
///
/// # Errors
/// Those of the serializer.
pub fn write_flags<T: Flags, S: Serializer>(flags: T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_newtype_struct(scalar_name::FLAGS, &flags.bits())
}

struct MembersVisitor {
    descriptor: &'static TypeDescriptor,
}

impl Visitor<'_> for MembersVisitor {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a value of {}", self.descriptor.name)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<i64, E> {
        number_of(self.descriptor, text).ok_or_else(|| unknown(self.descriptor, text))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<i64, E> {
        Ok(number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<i64, E> {
        i64::try_from(number).map_err(|_| unknown(self.descriptor, &number.to_string()))
    }
}

/// One name or number, or several names whose values .NET combines with OR.
fn number_of(descriptor: &TypeDescriptor, text: &str) -> Option<i64> {
    let text = text.trim();
    if let Some(number) = one_number(descriptor, text) {
        return Some(number);
    }
    // Commas in JSV and query strings, blanks in XML.
    let separator = if text.contains(',') { ',' } else { ' ' };
    let names = text.split(separator).map(str::trim);
    let mut names = names.filter(|name| !name.is_empty()).peekable();
    names.peek()?;
    names.try_fold(0, |bits, name| Some(bits | one_number(descriptor, name)?))
}

fn one_number(descriptor: &TypeDescriptor, text: &str) -> Option<i64> {
    let named = descriptor.enum_members.iter().find(|member| {
        member.name.eq_ignore_ascii_case(text)
            || member
                .wire_name
                .is_some_and(|name| name.eq_ignore_ascii_case(text))
    });
    named
        .map(|member| member.value)
        .or_else(|| text.parse().ok())
}

fn unknown<E: Error>(descriptor: &TypeDescriptor, text: &str) -> E {
    E::custom(format_args!("'{text}' is no value of {}", descriptor.name))
}

mod collections;
mod nullable;
mod primitives;

use serde::de::{DeserializeOwned, Deserializer};
use serde::ser::Serialize;

use crate::TypeRef;

pub use collections::{Map, Set};

/// A type that a property of a DTO can have.
///
/// What .NET calls a reference type and may be null is an `Option` in Rust (`Option<String>`,
/// `Option<Vec<T>>`); a value type stands plain and is `Option` for `Nullable<T>`.
pub trait PropertyType: Serialize + DeserializeOwned + Default + Send + Sync + 'static {
    /// Whether .NET holds it by value, so that it cannot be null.
    const IS_VALUE_TYPE: bool;

    /// Whether it holds what must not end up in a log, such as a password.
    const IS_SECRET: bool = false;

    /// How .NET refers to the type.
    fn type_ref() -> TypeRef;

    /// Whether it is what a property that was never set holds.
    fn is_unset(&self) -> bool;

    /// Reads a value, null included.
    ///
    /// # Errors
    /// Those of the deserializer: the text does not fit the type.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        nullable::read_or_default(deserializer)
    }
}

/// Reads a value for a property: null leaves the default of its type.
///
/// # Errors
/// Those of the deserializer: the value does not fit.
pub fn read_property<'de, T: PropertyType, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    T::read(deserializer)
}

use std::fmt;

/// A text that is no value of a scalar type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidScalar {
    type_name: &'static str,
}

impl InvalidScalar {
    pub(crate) const fn new(type_name: &'static str) -> Self {
        Self { type_name }
    }
}

impl fmt::Display for InvalidScalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a valid {}", self.type_name)
    }
}

impl std::error::Error for InvalidScalar {}

/// Gives a scalar its serde side: written as a named newtype around its `Display` text, read
/// from a text by its `FromStr`.
macro_rules! wire_scalar {
    (write $type:ty, $name:expr, $clr:literal, value_type = $value_type:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                struct Text<'a>(&'a $type);
                impl serde::Serialize for Text<'_> {
                    fn serialize<S: serde::Serializer>(
                        &self,
                        serializer: S,
                    ) -> Result<S::Ok, S::Error> {
                        serializer.collect_str(self.0)
                    }
                }
                serializer.serialize_newtype_struct($name, &Text(self))
            }
        }

        impl $crate::PropertyType for $type {
            const IS_VALUE_TYPE: bool = $value_type;

            fn type_ref() -> $crate::TypeRef {
                $crate::TypeRef::scalar($clr, $value_type)
            }

            fn is_unset(&self) -> bool {
                *self == Self::default()
            }
        }
    };
    ($type:ty, $name:expr, $clr:literal, value_type = $value_type:literal) => {
        wire_scalar!(write $type, $name, $clr, value_type = $value_type);

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct TextVisitor;
                impl serde::de::Visitor<'_> for TextVisitor {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("the text of a ", $clr))
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$type, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(TextVisitor)
            }
        }
    };
}

pub(super) use wire_scalar;

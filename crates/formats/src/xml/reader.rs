use std::borrow::Cow;

use contract::{DateTimeOffset, scalar_name};
use serde::Deserializer;
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{IntoDeserializer, Visitor};

use super::node::Node;
use crate::DecodeError;
use crate::scalar_text::ScalarText;

/// .NET counts time in units of 100 ns.
const TICKS_PER_MINUTE: i64 = 600_000_000;

/// The content of an element, as the target type reads it.
pub(crate) struct Value<'a>(pub(crate) &'a Node);

impl<'de> Value<'de> {
    fn scalar(&self) -> Result<ScalarText<'de>, DecodeError> {
        let node = self.0;
        if let [date, offset] = node.children.as_slice()
            && (date.name.as_str(), offset.name.as_str()) == ("DateTime", "OffsetMinutes")
        {
            return offset_text(date, offset).map(|text| ScalarText(Cow::Owned(text)));
        }
        if !node.children.is_empty() {
            let message = format!(
                "element {} holds elements where a text is expected",
                node.name
            );
            return Err(DecodeError::new(message));
        }
        Ok(ScalarText(Cow::Borrowed(node.text.as_str())))
    }

    /// The text of a number, of which XML Schema names infinity `INF`.
    fn number(&self) -> Result<ScalarText<'de>, DecodeError> {
        let text = self.scalar()?;
        Ok(match text.0.trim() {
            "INF" => ScalarText(Cow::Borrowed("Infinity")),
            "-INF" => ScalarText(Cow::Borrowed("-Infinity")),
            _ => text,
        })
    }

    fn named(&self, fault: DecodeError) -> DecodeError {
        DecodeError::new(format!("element {}: {fault}", self.0.name))
    }

    fn check_no_text(&self) -> Result<(), DecodeError> {
        if self.0.text.trim().is_empty() {
            return Ok(());
        }
        let message = format!(
            "element {} holds text where elements are expected",
            self.0.name
        );
        Err(DecodeError::new(message))
    }
}

/// A date with an offset comes as the instant in UTC and minutes east of it.
fn offset_text(date: &Node, offset: &Node) -> Result<String, DecodeError> {
    let malformed = || DecodeError::new("a malformed DateTimeOffset");
    let instant: DateTimeOffset = date.text.parse().map_err(|_| malformed())?;
    let minutes: i16 = offset.text.trim().parse().map_err(|_| malformed())?;
    let wall = instant.to_utc().ticks() + i64::from(minutes) * TICKS_PER_MINUTE;
    let date = DateTimeOffset::from_ticks(wall, minutes).ok_or_else(malformed)?;
    Ok(date.to_string())
}

macro_rules! scalars {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            self.scalar()?.$method(visitor).map_err(|fault| self.named(fault))
        }
    )*};
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = DecodeError;

    scalars! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_i128 deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_u128 deserialize_char deserialize_str
        deserialize_string deserialize_bytes deserialize_byte_buf deserialize_identifier
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let number = self.number()?.deserialize_f32(visitor);
        number.map_err(|fault| self.named(fault))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let number = self.number()?.deserialize_f64(visitor);
        number.map_err(|fault| self.named(fault))
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.0.children.is_empty() {
            true => self.deserialize_str(visitor),
            false => self.deserialize_struct("", &[], visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if self.0.is_nil {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match name {
            scalar_name::NULLABLE if self.0.is_nil => visitor.visit_none(),
            scalar_name::NULLABLE => visitor.visit_some(self),
            // XML has a character's number.
            scalar_name::CHAR => {
                let number = self
                    .scalar()?
                    .0
                    .trim()
                    .parse()
                    .ok()
                    .and_then(char::from_u32);
                let fault = || self.named(DecodeError::new("not the number of a character"));
                visitor.visit_str(number.ok_or_else(fault)?.encode_utf8(&mut [0; 4]))
            }
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.check_no_text()?;
        visitor.visit_seq(SeqDeserializer::new(self.0.children.iter().map(Value)))
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.deserialize_seq(visitor)
    }

    /// A dictionary: entries of a key and a value.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.check_no_text()?;
        let entries: Option<Vec<_>> = self.0.children.iter().map(entry).collect();
        let fault = || self.named(DecodeError::new("an entry needs a Key and a Value"));
        visitor.visit_map(MapDeserializer::new(entries.ok_or_else(fault)?.into_iter()))
    }

    /// A class: an element per member.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.check_no_text()?;
        let members = self
            .0
            .children
            .iter()
            .map(|child| (child.name.as_str(), Value(child)));
        visitor.visit_map(MapDeserializer::new(members))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        self.scalar()?.deserialize_enum(name, variants, visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_unit()
    }
}

fn entry(node: &Node) -> Option<(Value<'_>, Value<'_>)> {
    let part = |name: &str| {
        node.children
            .iter()
            .find(|child| child.name == name)
            .map(Value)
    };
    Some((part("Key")?, part("Value")?))
}

impl<'de> IntoDeserializer<'de, DecodeError> for Value<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

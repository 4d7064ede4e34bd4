use serde::de::{self, DeserializeSeed, EnumAccess, IntoDeserializer, Visitor};

use super::map::MapReader;
use super::{Reader, Value};
use crate::error::{Error, Result};
use crate::grammar::Within;

/// A variant: `Name`, its number, or `{Name:content}`.
pub(super) struct VariantAccess<'a, 'de> {
    value: Value<'a, 'de>,
    variants: &'static [&'static str],
}

impl<'a, 'de> VariantAccess<'a, 'de> {
    pub(super) fn new(value: Value<'a, 'de>, variants: &'static [&'static str]) -> Self {
        Self { value, variants }
    }

    /// The name as the enum spells it: by name in any case, or by number.
    fn known(&self, text: &str) -> String {
        let text = text.trim();
        let by_name = self
            .variants
            .iter()
            .find(|variant| variant.eq_ignore_ascii_case(text));
        let by_number = || {
            text.parse::<usize>()
                .ok()
                .and_then(|number| self.variants.get(number))
        };
        by_name
            .or_else(by_number)
            .map_or_else(|| text.to_owned(), ToString::to_string)
    }
}

impl<'a, 'de> EnumAccess<'de> for VariantAccess<'a, 'de> {
    type Error = Error;
    type Variant = Content<'a, 'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        mut self,
        seed: V,
    ) -> Result<(V::Value, Content<'a, 'de>)> {
        if self.value.reader.rest().starts_with('{') {
            let mut map = MapReader::open(self.value.reader)?;
            map.advance()?;
            let name = map.key()?.to_owned();
            let reader = self.value.reader;
            let named = Self {
                value: Value::new(reader, Within::Map),
                variants: self.variants,
            };
            let name = named.known(&name);
            let variant =
                seed.deserialize::<de::value::StringDeserializer<Error>>(name.into_deserializer())?;
            return Ok((
                variant,
                Content {
                    reader: named.value.reader,
                    is_map: true,
                },
            ));
        }
        let text = self.value.text()?.as_str().to_owned();
        let name = self.known(&text);
        let variant =
            seed.deserialize::<de::value::StringDeserializer<Error>>(name.into_deserializer())?;
        Ok((
            variant,
            Content {
                reader: self.value.reader,
                is_map: false,
            },
        ))
    }
}

/// What a variant holds.
pub(super) struct Content<'a, 'de> {
    reader: &'a mut Reader<'de>,
    is_map: bool,
}

impl<'de> Content<'_, 'de> {
    /// Reads the content and closes the brace around it.
    fn read<T>(self, read: impl FnOnce(Value<'_, 'de>) -> Result<T>) -> Result<T> {
        if !self.is_map {
            return Err(de::Error::custom(
                "the variant holds a value; write {Name:value}",
            ));
        }
        let value = read(Value::new(self.reader, Within::Map))?;
        if self.reader.peek() != Some(b'}') {
            return Err(self.reader.fault(crate::Category::Syntax, "expected '}'"));
        }
        self.reader.skip(1);
        self.reader.leave();
        Ok(value)
    }
}

impl<'de> de::VariantAccess<'de> for Content<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        if self.is_map {
            return self.read(|mut value| value.skip());
        }
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        self.read(|value| seed.deserialize(value))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.read(|value| serde::Deserializer::deserialize_tuple(value, len, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.read(|value| serde::Deserializer::deserialize_struct(value, "", fields, visitor))
    }
}

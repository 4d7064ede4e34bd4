use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{self, DeserializeSeed, EnumAccess, Visitor};

use super::entries::Entries;
use super::member::named;
use super::{Reader, ValueReader};
use crate::error::{Category, Error, Result};
use crate::grammar::Within;

/// The name of a variant: in any case, or the number of its place.
pub(crate) struct VariantName<'t> {
    text: &'t str,
    known: Option<&'static str>,
}

impl<'t> VariantName<'t> {
    pub(crate) fn of(text: &'t str, variants: &'static [&'static str]) -> Self {
        let text = text.trim();
        let index = named(text, variants).or_else(|| super::tuple::place(text));
        let known = index.and_then(|index| variants.get(index)).copied();
        Self { text, known }
    }

    /// Hands the name on as the enum spells it, and one that it does not know as it is.
    pub(crate) fn give<'de, V: DeserializeSeed<'de>>(self, seed: V) -> Result<V::Value> {
        match self.known {
            Some(known) => seed.deserialize(BorrowedStrDeserializer::new(known)),
            None => seed.deserialize(StrDeserializer::new(self.text)),
        }
    }
}

impl<'de> EnumAccess<'de> for VariantName<'_> {
    type Error = Error;
    type Variant = NoContent;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, NoContent)> {
        Ok((self.give(seed)?, NoContent))
    }
}

/// What a variant holds that stands as its name alone.
pub(crate) struct NoContent;

impl NoContent {
    fn missing<T>() -> Result<T> {
        Err(de::Error::custom(
            "the variant holds a value; write {Name:value}",
        ))
    }
}

impl<'de> de::VariantAccess<'de> for NoContent {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _seed: T) -> Result<T::Value> {
        Self::missing()
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value> {
        Self::missing()
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value> {
        Self::missing()
    }
}

/// `{Name:content}` at the reader's place.
pub(super) struct VariantMap<'a, 'de> {
    pub(super) reader: &'a mut Reader<'de>,
    pub(super) variants: &'static [&'static str],
}

impl<'a, 'de> EnumAccess<'de> for VariantMap<'a, 'de> {
    type Error = Error;
    type Variant = Content<'a, 'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Content<'a, 'de>)> {
        let mut map = Entries::open(self.reader)?;
        if !map.advance()? {
            return Err(de::Error::custom("the map of a variant is empty"));
        }
        let name = super::text::unquoted(map.name()?);
        let variant = VariantName::of(name.as_str(), self.variants).give(seed)?;
        let reader = self.reader;
        Ok((variant, Content { reader }))
    }
}

/// What a variant holds, up to the brace around it.
pub(super) struct Content<'a, 'de> {
    reader: &'a mut Reader<'de>,
}

impl<'de> Content<'_, 'de> {
    fn read<T>(self, read: impl FnOnce(ValueReader<'_, 'de>) -> Result<T>) -> Result<T> {
        let value = read(ValueReader::new(self.reader, Within::Map))?;
        if self.reader.peek() != Some(b'}') {
            return Err(self.reader.fault(Category::Syntax, "expected '}'"));
        }
        self.reader.skip(1);
        self.reader.leave();
        Ok(value)
    }
}

impl<'de> de::VariantAccess<'de> for Content<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        self.read(|value| serde::Deserialize::deserialize(value))
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

//! How an untyped value is read at one go.
//!
//! serde lets a type ask for pieces only, each of which is moved through several visitors. A
//! [`Value`](crate::Value) therefore asks for a newtype by the name [`UNTYPED`] and gets, as an
//! enum, the text at the place and the depth that is left: it reads what it can and says how much
//! that was, or has itself read piece by piece after all.

use serde::de::value::{BorrowedStrDeserializer, SeqAccessDeserializer};
use serde::de::{
    DeserializeSeed, EnumAccess, Error as _, IntoDeserializer, SeqAccess, VariantAccess, Visitor,
};

use super::{Reader, ValueReader};
use crate::error::{Error, Result};
use crate::grammar::Within;

/// The newtype-struct name by which an untyped value asks for its text.
pub(crate) const UNTYPED: &str = "$jsv::Untyped";

/// A list or map at the reader's place, for a type that knows the grammar.
pub(super) struct Handover<'a, 'de> {
    pub(super) reader: &'a mut Reader<'de>,
    pub(super) within: Within,
}

impl<'de> EnumAccess<'de> for Handover<'_, 'de> {
    type Error = Error;
    type Variant = Self;

    /// A pair: what is left of the text, and the depth.
    #[inline]
    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self)> {
        let place = Place {
            rest: Some(self.reader.rest()),
            depth_left: self.reader.depth_left(),
        };
        let place = seed.deserialize(SeqAccessDeserializer::new(place))?;
        Ok((place, self))
    }
}

struct Place<'de> {
    rest: Option<&'de str>,
    depth_left: u8,
}

impl<'de> SeqAccess<'de> for Place<'de> {
    type Error = Error;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        let part = match self.rest.take() {
            Some(rest) => seed.deserialize(BorrowedStrDeserializer::new(rest)),
            None => seed.deserialize(self.depth_left.into_deserializer()),
        };
        part.map(Some)
    }
}

impl<'de> VariantAccess<'de> for Handover<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        Err(Error::custom("an untyped value was not read"))
    }

    /// The type wants it piece by piece.
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        seed.deserialize(ValueReader::new(self.reader, self.within))
    }

    /// The type has read `length` bytes.
    #[inline]
    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value> {
        self.reader.skip(length);
        visitor.visit_unit()
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value> {
        self.unit_variant()?;
        Err(Error::custom("an untyped value has no fields"))
    }
}

use serde::de::{self, DeserializeSeed, Deserializer, SeqAccess, Visitor};

use super::ValueReader;
use super::entries::Entries;
use super::text::unquoted;
use crate::error::{Category, Error, Result};
use crate::grammar::Within;

/// The items of a tuple that is written as .NET does: `{Item1:a,Item2:b}`, absent ones left out.
pub(super) struct Items<'m, 'a, 'de> {
    map: &'m mut Entries<'a, 'de>,
    len: usize,
    /// How many items were asked for.
    asked: usize,
    /// The number of the item whose value comes next.
    pending: Option<usize>,
}

impl<'m, 'a, 'de> Items<'m, 'a, 'de> {
    pub(super) fn new(map: &'m mut Entries<'a, 'de>, len: usize) -> Self {
        Self {
            map,
            len,
            asked: 0,
            pending: None,
        }
    }

    /// Reads the next key, which has to follow those before it.
    fn next_number(&mut self) -> Result<Option<usize>> {
        if !self.map.advance()? {
            return Ok(None);
        }
        let at = self.map.reader.at();
        let name = self.map.name()?;
        let number = item_number(name).filter(|number| *number > self.asked && *number <= self.len);
        match number {
            Some(number) => Ok(Some(number)),
            None => {
                let message = format!("expected Item{} of a tuple", self.asked + 1);
                Err(self.map.reader.fault_at(Category::Data, message, at))
            }
        }
    }
}

/// The number in `Item1`, in any case.
pub(crate) fn item_number(name: &str) -> Option<usize> {
    let name = unquoted(name);
    let (word, number) = name.as_str().split_at_checked(4)?;
    if !word.eq_ignore_ascii_case("item") {
        return None;
    }
    place(number)
}

/// A place that is given by digits alone.
pub(super) fn place(digits: &str) -> Option<usize> {
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_plain)
}

impl<'de> SeqAccess<'de> for Items<'_, '_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if self.asked == self.len {
            return Ok(None);
        }
        if self.pending.is_none() {
            self.pending = self.next_number()?;
        }
        self.asked += 1;
        if self.pending != Some(self.asked) {
            return seed.deserialize(Absent { what: "item" }).map(Some);
        }
        self.pending = None;
        seed.deserialize(ValueReader::new(self.map.reader, Within::Map))
            .map(Some)
    }
}

/// A value that was left out, which only what may be null accepts.
pub(crate) struct Absent {
    /// What is missing, for the message.
    pub(crate) what: &'static str,
}

impl<'de> Deserializer<'de> for Absent {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value> {
        Err(de::Error::custom(format_args!(
            "an {} is missing",
            self.what
        )))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_none()
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        if name == super::NULLABLE {
            return visitor.visit_none();
        }
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

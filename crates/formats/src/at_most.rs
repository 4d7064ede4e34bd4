use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, SeqAccess, Visitor};

/// The first items of a list, and how many there were: a list may be longer than its reader is
/// ready to hold.
#[derive(Debug, PartialEq, Eq)]
pub struct AtMost<T> {
    /// The items that were kept.
    pub items: Vec<T>,
    /// How many there were.
    pub count: usize,
}

/// Reads an [`AtMost`].
#[derive(Debug)]
pub(crate) struct AtMostSeed<T> {
    max: usize,
    item: PhantomData<fn() -> T>,
}

impl<T> AtMostSeed<T> {
    pub(crate) const fn new(max: usize) -> Self {
        Self {
            max,
            item: PhantomData,
        }
    }
}

impl<T> Clone for AtMostSeed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for AtMostSeed<T> {}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for AtMostSeed<T> {
    type Value = AtMost<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for AtMostSeed<T> {
    type Value = AtMost<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while items.len() < self.max {
            match list.next_element()? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        let mut count = items.len();
        while count >= self.max && list.next_element::<IgnoredAny>()?.is_some() {
            count += 1;
        }
        Ok(AtMost { items, count })
    }
}

#[cfg(test)]
mod tests {
    use crate::{AtMost, Format, decode_list};

    #[test]
    fn no_more_than_asked_for_is_kept_in_any_format() {
        for (format, body) in [
            (Format::Json, b"[1,2,3,4]".as_slice()),
            (Format::Jsv, b"[1,2,3,4]"),
            (Format::Jsonl, b"1\n2\n3\n4\n"),
            (
                Format::Xml,
                b"<L><int>1</int><int>2</int><int>3</int><int>4</int></L>",
            ),
            (Format::MessagePack, b"\x94\x01\x02\x03\x04"),
        ] {
            let read = |max| decode_list::<i32>(format, body, max).unwrap();
            let (items, count) = (vec![1, 2], 4);
            assert_eq!(read(2), AtMost { items, count }, "{format:?}");
            assert_eq!(read(9).items, [1, 2, 3, 4], "{format:?}");
        }
    }
}

use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;

use contract::Dto;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::codec::read_list;
use crate::{Format, MemberOf};

/// Where a list of DTOs stops to fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Which item, from 0.
    pub item: usize,
    /// The name of its member as it was written; `None` if the item is no object.
    pub member: Option<String>,
}

/// Finds the first value in a list of DTOs that does not fit its type; `None` if all fit, or if
/// what is wrong is not in an item.
pub fn first_misfit<T: Dto>(format: Format, bytes: &[u8]) -> Option<Misfit> {
    // What is no list in that format breaks off somewhere, which says nothing of the value there.
    read_list(format, bytes, PhantomData::<Vec<IgnoredAny>>).ok()?;
    let place = RefCell::new(None);
    let list = TracedList {
        place: &place,
        item: PhantomData::<fn() -> T>,
    };
    match read_list(format, bytes, list) {
        Ok(()) => None,
        Err(_) => place.into_inner(),
    }
}

/// Reads a list and notes where it is.
struct TracedList<'a, T> {
    place: &'a RefCell<Option<Misfit>>,
    item: PhantomData<fn() -> T>,
}

impl<T> Clone for TracedList<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for TracedList<'_, T> {}

impl<T> TracedList<'_, T> {
    fn note(&self, item: usize, member: Option<String>) {
        *self.place.borrow_mut() = Some(Misfit { item, member });
    }

    /// What follows an item is not its fault.
    fn leave_item(&self) {
        *self.place.borrow_mut() = None;
    }
}

impl<'de, T: Dto> DeserializeSeed<'de> for TracedList<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Dto> Visitor<'de> for TracedList<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut at = 0;
        while list
            .next_element_seed(TracedItem { list: self, at })?
            .is_some()
        {
            self.leave_item();
            at += 1;
        }
        Ok(())
    }
}

struct TracedItem<'a, T> {
    list: TracedList<'a, T>,
    at: usize,
}

impl<'de, T: Dto> DeserializeSeed<'de> for TracedItem<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.list.note(self.at, None);
        deserializer.deserialize_struct(T::NAME, &[], self)
    }
}

impl<'de, T: Dto> Visitor<'de> for TracedItem<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the members of {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut scratch = T::default();
        while let Some(name) = map.next_key::<String>()? {
            let name = name.trim();
            let Some(index) = T::member_index(name) else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            self.list.note(self.at, Some(name.to_owned()));
            let dto = &mut scratch;
            map.next_value_seed(MemberOf { dto, index })?;
            self.list.note(self.at, None);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use contract::Dto;

    use super::{Misfit, first_misfit};
    use crate::Format;

    #[derive(Debug, Clone, Default, PartialEq, Dto)]
    #[dto(namespace = "Tests")]
    struct Sample {
        name: Option<String>,
        age: i32,
    }

    fn found(format: Format, body: &[u8]) -> Option<(usize, Option<String>)> {
        first_misfit::<Sample>(format, body).map(|Misfit { item, member }| (item, member))
    }

    #[test]
    fn item_and_member_are_told_in_every_format() {
        for (format, body) in [
            (
                Format::Json,
                b"[{\"age\":1},{\"name\":\"a\",\"AGE\":\"x\"}]".as_slice(),
            ),
            (Format::Jsonl, b"{\"age\":1}\n{\"AGE\":\"x\",\"age\":1}\n"),
            (Format::Jsv, b"[{age:1},{unknown:[1],AGE:x}]"),
            (
                Format::Xml,
                b"<L><Sample><Age>1</Age></Sample><Sample><AGE>x</AGE></Sample></L>",
            ),
            (Format::Csv, b"Name,AGE\r\na,1\r\nb,x\r\n"),
            (Format::MessagePack, b"\x92\x81\xa3Age\x01\x81\xa3AGE\xa1x"),
        ] {
            assert_eq!(
                found(format, body),
                Some((1, Some("AGE".into()))),
                "{format:?}"
            );
        }
    }

    #[test]
    fn an_item_that_is_no_object_has_no_member() {
        assert_eq!(found(Format::Json, b"[{},5]"), Some((1, None)));
        assert_eq!(found(Format::Json, b"[{},null]"), Some((1, None)));
        assert_eq!(found(Format::Json, b"{}"), None);
        assert_eq!(found(Format::Json, b"[{},{}]"), None);
        for broken in ["[{}]x", "[{}", "[{} {}]", "[{\"age\":1", "[{\"name\":\"a"] {
            assert_eq!(found(Format::Json, broken.as_bytes()), None, "{broken}");
        }
        for broken in ["[{}", "[{age:1", "[{name:\"a"] {
            assert_eq!(found(Format::Jsv, broken.as_bytes()), None, "{broken}");
        }
    }
}

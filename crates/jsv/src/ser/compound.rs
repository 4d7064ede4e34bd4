use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::default_probe::{is_default, is_default_enum};
use super::key::KeySerializer;
use super::{Presence, Serializer};
use crate::error::{Error, Result};
use crate::options::{TextCase, WriteOptions};
use crate::scalar::{snake_case, write_camel_case};
use crate::short;

/// `[…]`: an absent item leaves an empty slot.
#[derive(Debug)]
pub struct ListWriter<'a> {
    out: &'a mut Vec<u8>,
    options: &'a WriteOptions,
    is_first: bool,
}

impl<'a> ListWriter<'a> {
    pub(super) fn open(out: &'a mut Vec<u8>, options: &'a WriteOptions) -> Self {
        out.push(b'[');
        Self {
            out,
            options,
            is_first: true,
        }
    }
}

/// Quotes a first item of nothing but blanks: with no other, readers took the list for empty.
#[inline]
fn quote_blanks(out: &mut Vec<u8>, start: usize) {
    // Most items begin with a letter or a digit.
    if out
        .get(start)
        .is_some_and(|byte| *byte <= b' ' || *byte >= 0x80)
    {
        quote_if_blank(out, start);
    }
}

#[cold]
fn quote_if_blank(out: &mut Vec<u8>, start: usize) {
    let is_blank = |text: &str| text.trim().is_empty();
    if std::str::from_utf8(&out[start..]).is_ok_and(is_blank) {
        out.insert(start, b'"');
        out.push(b'"');
    }
}

impl SerializeSeq for ListWriter<'_> {
    type Ok = Presence;
    type Error = Error;

    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        if !std::mem::take(&mut self.is_first) {
            self.out.push(b',');
            return value
                .serialize(Serializer::new(self.out, self.options))
                .map(drop);
        }
        let start = self.out.len();
        value.serialize(Serializer::new(self.out, self.options))?;
        quote_blanks(self.out, start);
        Ok(())
    }

    fn end(self) -> Result<Presence> {
        self.out.push(b']');
        Ok(Presence::Present)
    }
}

/// `{…}` of a map: an entry whose value is absent is left out.
#[derive(Debug)]
pub struct MapWriter<'a> {
    out: &'a mut Vec<u8>,
    options: &'a WriteOptions,
    /// Where the map's first entry begins.
    start: usize,
    /// Where the entry begins whose value comes next.
    entry: usize,
}

impl<'a> MapWriter<'a> {
    pub(super) fn open(out: &'a mut Vec<u8>, options: &'a WriteOptions) -> Self {
        out.push(b'{');
        let start = out.len();
        Self {
            out,
            options,
            start,
            entry: start,
        }
    }
}

impl SerializeMap for MapWriter<'_> {
    type Ok = Presence;
    type Error = Error;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.entry = self.out.len();
        if self.entry > self.start {
            self.out.push(b',');
        }
        key.serialize(KeySerializer {
            out: self.out,
            options: self.options,
        })?;
        self.out.push(b':');
        Ok(())
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        let presence = value.serialize(Serializer::new(self.out, self.options))?;
        if presence == Presence::Absent && !self.options.include_nulls {
            self.out.truncate(self.entry);
        }
        Ok(())
    }

    fn end(self) -> Result<Presence> {
        self.out.push(b'}');
        Ok(Presence::Present)
    }
}

/// `{…}` of a struct or tuple: a member whose value is absent is left out.
#[derive(Debug)]
pub struct StructWriter<'a> {
    out: &'a mut Vec<u8>,
    options: &'a WriteOptions,
    start: usize,
    /// Members so far, for the names of a tuple's items.
    count: usize,
    /// Inside the map of an enum's variant.
    is_variant: bool,
}

impl<'a> StructWriter<'a> {
    pub(super) fn open(out: &'a mut Vec<u8>, options: &'a WriteOptions, is_variant: bool) -> Self {
        out.push(b'{');
        let start = out.len();
        Self {
            out,
            options,
            start,
            count: 0,
            is_variant,
        }
    }

    #[inline(always)]
    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<()> {
        if self.options.exclude_defaults && is_default(value, self.options.scalars) {
            return Ok(());
        }
        if self.options.exclude_default_enums && is_default_enum(value) {
            return Ok(());
        }
        let entry = self.out.len();
        if entry > self.start {
            self.out.push(b',');
        }
        write_name(self.out, name, self.options.text_case);
        self.out.push(b':');
        let presence = value.serialize(Serializer::new(self.out, self.options))?;
        if presence == Presence::Absent && !self.options.include_nulls {
            self.out.truncate(entry);
        }
        Ok(())
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.count += 1;
        let mut name = ItemName::default();
        self.member(name.of(self.count), value)
    }

    fn close(self) -> Result<Presence> {
        self.out
            .extend_from_slice(if self.is_variant { b"}}" } else { b"}" });
        Ok(Presence::Present)
    }
}

/// `Item1`, `Item2`, …, without a string for each.
#[derive(Default)]
struct ItemName([u8; 24]);

impl ItemName {
    fn of(&mut self, number: usize) -> &str {
        let mut digits = itoa::Buffer::new();
        let digits = digits.format(number).as_bytes();
        let length = 4 + digits.len();
        self.0[..4].copy_from_slice(b"Item");
        self.0[4..length].copy_from_slice(digits);
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }
}

/// Names of members go out bare: older readers do not know quoted ones.
///
/// A name is a constant where a struct is written, and so is how it is copied.
#[inline(always)]
fn write_name(out: &mut Vec<u8>, name: &str, text_case: TextCase) {
    if text_case == TextCase::Unchanged {
        short::append(out, name.as_bytes());
    } else {
        write_name_in_case(out, name, text_case);
    }
}

#[inline(never)]
fn write_name_in_case(out: &mut Vec<u8>, name: &str, text_case: TextCase) {
    match text_case {
        TextCase::Unchanged => short::append(out, name.as_bytes()),
        TextCase::Camel => write_camel_case(out, name),
        TextCase::Pascal => {
            let start = out.len();
            short::append(out, name.as_bytes());
            if let Some(first) = out.get_mut(start) {
                first.make_ascii_uppercase();
            }
        }
        TextCase::Snake => out.extend_from_slice(snake_case(name).as_bytes()),
    }
}

impl SerializeStruct for StructWriter<'_> {
    type Ok = Presence;
    type Error = Error;

    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        self.member(name, value)
    }

    fn end(self) -> Result<Presence> {
        self.close()
    }
}

impl SerializeStructVariant for StructWriter<'_> {
    type Ok = Presence;
    type Error = Error;

    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        self.member(name, value)
    }

    fn end(self) -> Result<Presence> {
        self.close()
    }
}

macro_rules! tuples {
    ($($name:ident $method:ident;)*) => {$(
        impl $name for StructWriter<'_> {
            type Ok = Presence;
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
                self.item(value)
            }

            fn end(self) -> Result<Presence> {
                self.close()
            }
        }
    )*};
}

tuples! {
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

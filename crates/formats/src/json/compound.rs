use jsv::TextCase;
use jsv::scalar::{snake_case, write_camel_case};
use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::key::KeySerializer;
use super::serializer::{Presence, Serializer};
use crate::scalar_layout::JSV_SCALARS;
use crate::{EncodeError, WriteOptions};

/// `[…]`, or a line per item.
pub(super) struct ListWriter<'a> {
    out: &'a mut Vec<u8>,
    options: &'a WriteOptions,
    is_first: bool,
    is_by_line: bool,
    is_variant: bool,
}

impl<'a> ListWriter<'a> {
    pub(super) fn open(out: &'a mut Vec<u8>, options: &'a WriteOptions, is_by_line: bool) -> Self {
        if !is_by_line {
            out.push(b'[');
        }
        Self {
            out,
            options,
            is_first: true,
            is_by_line,
            is_variant: false,
        }
    }

    pub(super) fn of_variant(self) -> Self {
        Self {
            is_variant: true,
            ..self
        }
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        if !std::mem::take(&mut self.is_first) {
            self.out.push(if self.is_by_line { b'\n' } else { b',' });
        }
        if value.serialize(Serializer::new(self.out, self.options))? == Presence::Absent {
            self.out.extend_from_slice(b"null");
        }
        Ok(())
    }

    fn close(self) -> Result<Presence, EncodeError> {
        match (self.is_by_line, self.is_variant) {
            (true, _) => {}
            (false, true) => self.out.extend_from_slice(b"]}"),
            (false, false) => self.out.push(b']'),
        }
        Ok(Presence::Present)
    }
}

macro_rules! lists {
    ($($name:ident $method:ident;)*) => {$(
        impl $name for ListWriter<'_> {
            type Ok = Presence;
            type Error = EncodeError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
                self.item(value)
            }

            fn end(self) -> Result<Presence, EncodeError> {
                self.close()
            }
        }
    )*};
}

lists! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

/// `{…}` of a dictionary.
pub(super) struct MapWriter<'a> {
    out: &'a mut Vec<u8>,
    options: &'a WriteOptions,
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
    type Error = EncodeError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), EncodeError> {
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

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        if value.serialize(Serializer::new(self.out, self.options))? == Presence::Absent {
            if self.options.include_null_entries {
                self.out.extend_from_slice(b"null");
            } else {
                self.out.truncate(self.entry);
            }
        }
        Ok(())
    }

    fn end(self) -> Result<Presence, EncodeError> {
        self.out.push(b'}');
        Ok(Presence::Present)
    }
}

/// `{…}` of a class.
pub(super) struct StructWriter<'a> {
    out: &'a mut Vec<u8>,
    options: &'a WriteOptions,
    start: usize,
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
            is_variant,
        }
    }

    fn member<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        if self.options.exclude_defaults && jsv::is_default(value, Some(JSV_SCALARS)) {
            return Ok(());
        }
        if self.options.exclude_default_enums && jsv::is_default_enum(value) {
            return Ok(());
        }
        let entry = self.out.len();
        self.out
            .extend_from_slice(if entry > self.start { b",\"" } else { b"\"" });
        write_name(self.out, name, self.options.text_case);
        self.out.extend_from_slice(b"\":");
        if value.serialize(Serializer::new(self.out, self.options))? == Presence::Absent {
            if self.options.include_nulls {
                self.out.extend_from_slice(b"null");
            } else {
                self.out.truncate(entry);
            }
        }
        Ok(())
    }

    fn close(self) -> Result<Presence, EncodeError> {
        self.out
            .extend_from_slice(if self.is_variant { b"}}" } else { b"}" });
        Ok(Presence::Present)
    }
}

/// Names are identifiers or aliases that a contract states: nothing in them needs an escape.
fn write_name(out: &mut Vec<u8>, name: &str, text_case: TextCase) {
    match text_case {
        TextCase::Camel => write_camel_case(out, name),
        TextCase::Snake => out.extend_from_slice(snake_case(name).as_bytes()),
        TextCase::Unchanged | TextCase::Pascal => out.extend_from_slice(name.as_bytes()),
    }
}

impl SerializeStruct for StructWriter<'_> {
    type Ok = Presence;
    type Error = EncodeError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        self.member(name, value)
    }

    fn end(self) -> Result<Presence, EncodeError> {
        self.close()
    }
}

impl SerializeStructVariant for StructWriter<'_> {
    type Ok = Presence;
    type Error = EncodeError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        self.member(name, value)
    }

    fn end(self) -> Result<Presence, EncodeError> {
        self.close()
    }
}

use std::fmt;

use contract::{TypeRef, TypeShape, scalar_name};
use jsv::scalar::{write_f32, write_f64};
use serde::Serialize;

use super::children::{Entries, Items, Members};
use super::contract_name::{ARRAYS, ContractName, SYSTEM, argument, class_namespace};
use super::scalar::{self, ScalarText, write_text};
use super::scope::Scope;
use crate::EncodeError;

/// An element whose content is still to be written.
pub(super) struct Element {
    /// With its prefix.
    pub(super) name: String,
    /// Attributes that stand already.
    pub(super) attributes: String,
    /// What the content is.
    pub(super) type_ref: Option<TypeRef>,
    pub(super) scope: Scope,
}

impl Element {
    pub(super) fn into_serializer(self, out: &mut Vec<u8>) -> ElementSerializer<'_> {
        ElementSerializer {
            out,
            element: self,
            scalar: None,
        }
    }

    /// Declares the namespace of the content, as .NET does even where it is null.
    pub(super) fn declare_content(&mut self) {
        if let Some(namespace) = self.type_ref.as_ref().and_then(content_namespace) {
            let attribute = self.scope.declare(&namespace);
            self.attributes.push_str(&attribute);
        }
    }

    pub(super) fn open(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(format!("<{}{}>", self.name, self.attributes).as_bytes());
    }

    pub(super) fn close(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(format!("</{}>", self.name).as_bytes());
    }

    pub(super) fn empty(&self, out: &mut Vec<u8>, more: &str) {
        out.extend_from_slice(format!("<{}{}{more} />", self.name, self.attributes).as_bytes());
    }
}

/// The namespace of the elements inside a value of that type; `None` for a text.
fn content_namespace(type_ref: &TypeRef) -> Option<String> {
    match type_ref.shape {
        TypeShape::Nullable => type_ref.generic_args.first().and_then(content_namespace),
        TypeShape::Scalar if type_ref.name == "DateTimeOffset" => Some(SYSTEM.to_owned()),
        TypeShape::Scalar => None,
        TypeShape::Object => Some(class_namespace(&type_ref.namespace)),
        TypeShape::Dictionary => Some(ARRAYS.to_owned()),
        TypeShape::List => {
            let item = argument(type_ref, 0);
            Some(if item.is_built_in() {
                ARRAYS.to_owned()
            } else {
                item.namespace
            })
        }
    }
}

/// Writes one element with its content.
pub(super) struct ElementSerializer<'a> {
    pub(super) out: &'a mut Vec<u8>,
    pub(super) element: Element,
    scalar: Option<&'static str>,
}

impl<'a> ElementSerializer<'a> {
    fn text(self, text: &str) -> Result<(), EncodeError> {
        self.element.open(self.out);
        write_text(self.out, text);
        self.element.close(self.out);
        Ok(())
    }

    fn raw(self, write: impl FnOnce(&mut Vec<u8>)) -> Result<(), EncodeError> {
        self.element.open(self.out);
        write(self.out);
        self.element.close(self.out);
        Ok(())
    }

    fn nil(mut self) -> Result<(), EncodeError> {
        self.element.declare_content();
        self.element.empty(self.out, " i:nil=\"true\"");
        Ok(())
    }

    fn offset(mut self, instant: &str, minutes: i16) -> Result<(), EncodeError> {
        self.element.declare_content();
        let name = |local| self.element.scope.qualified(local, SYSTEM);
        let (date, offset) = (name("DateTime"), name("OffsetMinutes"));
        self.raw(|out| {
            let inner = format!("<{date}>{instant}</{date}><{offset}>{minutes}</{offset}>");
            out.extend_from_slice(inner.as_bytes());
        })
    }
}

macro_rules! displayed {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, value: $type) -> Result<(), EncodeError> {
            self.raw(|out| out.extend_from_slice(value.to_string().as_bytes()))
        }
    )*};
}

/// The texts of the greatest numbers have a small `e` in JSON and JSV alone.
fn capital_exponent(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
    let start = out.len();
    write(out);
    let exponent = out[start..].iter_mut().find(|byte| **byte == b'e');
    if let Some(exponent) = exponent {
        *exponent = b'E';
    }
}

impl<'a> serde::Serializer for ElementSerializer<'a> {
    type Ok = ();
    type Error = EncodeError;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeTupleStruct = Items<'a>;
    type SerializeTupleVariant = Items<'a>;
    type SerializeMap = Entries<'a>;
    type SerializeStruct = Members<'a>;
    type SerializeStructVariant = Members<'a>;

    displayed! {
        serialize_bool bool; serialize_i8 i8; serialize_i16 i16; serialize_i32 i32;
        serialize_u8 u8; serialize_u16 u16; serialize_u32 u32; serialize_u64 u64;
    }

    fn serialize_i64(self, value: i64) -> Result<(), EncodeError> {
        if self.scalar == Some(scalar_name::FLAGS) {
            let names = scalar::flag_names(self.element.type_ref.as_ref(), value);
            return self.text(&names);
        }
        self.raw(|out| out.extend_from_slice(value.to_string().as_bytes()))
    }

    /// XML Schema names infinity `INF`.
    fn serialize_f32(self, value: f32) -> Result<(), EncodeError> {
        match value.is_infinite() {
            true => self.text(if value < 0.0 { "-INF" } else { "INF" }),
            false => self.raw(|out| capital_exponent(out, |out| write_f32(out, value))),
        }
    }

    fn serialize_f64(self, value: f64) -> Result<(), EncodeError> {
        match value.is_infinite() {
            true => self.text(if value < 0.0 { "-INF" } else { "INF" }),
            false => self.raw(|out| capital_exponent(out, |out| write_f64(out, value))),
        }
    }

    fn serialize_char(self, value: char) -> Result<(), EncodeError> {
        self.text(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), EncodeError> {
        let Some(name) = self.scalar else {
            return self.text(text);
        };
        match scalar::lay_out(name, text) {
            ScalarText::Text(text) => self.text(&text),
            ScalarText::Offset { instant, minutes } => self.offset(&instant, minutes),
        }
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), EncodeError> {
        self.serialize_str(&value.to_string())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), EncodeError> {
        self.text(&data_encoding::BASE64.encode(bytes))
    }

    fn serialize_none(self) -> Result<(), EncodeError> {
        self.nil()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), EncodeError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), EncodeError> {
        self.nil()
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), EncodeError> {
        self.nil()
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        number: u32,
        variant: &'static str,
    ) -> Result<(), EncodeError> {
        let name = scalar::enum_name(self.element.type_ref.as_ref(), number, variant);
        self.text(&name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        let scalar = if name.starts_with('$') {
            Some(name)
        } else {
            self.scalar
        };
        value.serialize(Self { scalar, ..self })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _number: u32,
        _variant: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        value.serialize(self)
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Items<'a>, EncodeError> {
        Ok(Items::open(self.out, self.element))
    }

    fn serialize_tuple(self, _len: usize) -> Result<Items<'a>, EncodeError> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<Items<'a>, EncodeError> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _number: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Items<'a>, EncodeError> {
        self.serialize_seq(None)
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Entries<'a>, EncodeError> {
        Ok(Entries::open(self.out, self.element))
    }

    fn serialize_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<Members<'a>, EncodeError> {
        Ok(Members::open(self.out, self.element))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _number: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Members<'a>, EncodeError> {
        Ok(Members::open(self.out, self.element))
    }
}

/// The name of an item's element in a list of that type.
pub(super) fn item_name(list: Option<&TypeRef>) -> ContractName {
    list.map_or_else(ContractName::anonymous, |list| argument(list, 0))
}

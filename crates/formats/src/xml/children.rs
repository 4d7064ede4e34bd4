use contract::{TypeDescriptor, TypeRef};
use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::contract_name::{ARRAYS, class_namespace, entry_name};
use super::element::{Element, item_name};
use crate::EncodeError;

/// Writes an element inside another.
fn write_child<T: Serialize + ?Sized>(
    out: &mut Vec<u8>,
    parent: &Element,
    (local, namespace): (&str, &str),
    type_ref: Option<TypeRef>,
    value: &T,
) -> Result<(), EncodeError> {
    let scope = parent.scope.child();
    let name = scope.qualified(local, namespace);
    let child = Element {
        name,
        attributes: String::new(),
        type_ref,
        scope,
    };
    value.serialize(child.into_serializer(out))
}

/// The items of a list.
pub(super) struct Items<'a> {
    out: &'a mut Vec<u8>,
    element: Element,
    count: usize,
}

impl<'a> Items<'a> {
    pub(super) fn open(out: &'a mut Vec<u8>, mut element: Element) -> Self {
        element.declare_content();
        Self {
            out,
            element,
            count: 0,
        }
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        if self.count == 0 {
            self.element.open(self.out);
        }
        self.count += 1;
        let list = self.element.type_ref.as_ref();
        let name = item_name(list);
        let namespace = if name.is_built_in() {
            ARRAYS
        } else {
            &name.namespace
        };
        let item_type = list.and_then(|list| list.generic_args.first()).cloned();
        write_child(
            self.out,
            &self.element,
            (&name.local, namespace),
            item_type,
            value,
        )
    }

    fn finish(self) -> Result<(), EncodeError> {
        if self.count == 0 {
            self.element.empty(self.out, "");
        } else {
            self.element.close(self.out);
        }
        Ok(())
    }
}

macro_rules! lists {
    ($($name:ident $method:ident;)*) => {$(
        impl $name for Items<'_> {
            type Ok = ();
            type Error = EncodeError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
                self.item(value)
            }

            fn end(self) -> Result<(), EncodeError> {
                self.finish()
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

/// The entries of a dictionary.
pub(super) struct Entries<'a> {
    out: &'a mut Vec<u8>,
    element: Element,
    entry: String,
    count: usize,
}

impl<'a> Entries<'a> {
    pub(super) fn open(out: &'a mut Vec<u8>, mut element: Element) -> Self {
        element.declare_content();
        let local = element
            .type_ref
            .as_ref()
            .map_or_else(|| "KeyValue".to_owned(), entry_name);
        let entry = element.scope.qualified(&local, ARRAYS);
        Self {
            out,
            element,
            entry,
            count: 0,
        }
    }

    fn argument(&self, index: usize) -> Option<TypeRef> {
        self.element
            .type_ref
            .as_ref()
            .and_then(|map| map.generic_args.get(index))
            .cloned()
    }

    fn part<T: Serialize + ?Sized>(
        &mut self,
        local: &str,
        index: usize,
        value: &T,
    ) -> Result<(), EncodeError> {
        let parent = Element {
            name: self.entry.clone(),
            attributes: String::new(),
            type_ref: None,
            scope: self.element.scope.child(),
        };
        let type_ref = self.argument(index);
        write_child(self.out, &parent, (local, ARRAYS), type_ref, value)
    }
}

impl SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), EncodeError> {
        if self.count == 0 {
            self.element.open(self.out);
        }
        self.count += 1;
        self.out
            .extend_from_slice(format!("<{}>", self.entry).as_bytes());
        self.part("Key", 0, key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        self.part("Value", 1, value)?;
        self.out
            .extend_from_slice(format!("</{}>", self.entry).as_bytes());
        Ok(())
    }

    fn end(self) -> Result<(), EncodeError> {
        if self.count == 0 {
            self.element.empty(self.out, "");
        } else {
            self.element.close(self.out);
        }
        Ok(())
    }
}

/// The members of a class, sorted before they are written.
pub(super) struct Members<'a> {
    out: &'a mut Vec<u8>,
    element: Element,
    lineage: Vec<&'static TypeDescriptor>,
    written: Vec<(Place, Vec<u8>)>,
}

/// Where a member stands: the level of its class, its order if stated, its name.
type Place = (usize, i32, &'static str);

impl<'a> Members<'a> {
    pub(super) fn open(out: &'a mut Vec<u8>, mut element: Element) -> Self {
        element.declare_content();
        let descriptor = element.type_ref.as_ref().and_then(TypeRef::descriptor);
        let lineage = descriptor.map(TypeDescriptor::lineage).unwrap_or_default();
        Self {
            out,
            element,
            lineage,
            written: Vec::new(),
        }
    }

    fn member<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        let found = self.lineage.iter().enumerate().find_map(|(level, class)| {
            let property = class
                .properties
                .iter()
                .find(|property| property.wire_name() == name)?;
            Some((level, *class, property))
        });
        let mut out = Vec::new();
        let place = match found {
            Some((level, class, property)) => {
                let namespace = class_namespace(class.namespace);
                let type_ref = Some(property.type_ref.clone());
                write_child(&mut out, &self.element, (name, &namespace), type_ref, value)?;
                let order = property
                    .data_member
                    .as_ref()
                    .and_then(|member| member.order);
                (level, order.unwrap_or(-1), name)
            }
            None => {
                write_child(&mut out, &self.element, (name, ""), None, value)?;
                (usize::MAX, -1, name)
            }
        };
        self.written.push((place, out));
        Ok(())
    }

    fn finish(mut self) -> Result<(), EncodeError> {
        if self.written.is_empty() {
            self.element.empty(self.out, "");
            return Ok(());
        }
        self.written.sort_by_key(|(place, _)| *place);
        self.element.open(self.out);
        self.written
            .iter()
            .for_each(|(_, member)| self.out.extend_from_slice(member));
        self.element.close(self.out);
        Ok(())
    }
}

impl SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        self.member(name, value)
    }

    fn end(self) -> Result<(), EncodeError> {
        self.finish()
    }
}

impl SerializeStructVariant for Members<'_> {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        self.member(name, value)
    }

    fn end(self) -> Result<(), EncodeError> {
        self.finish()
    }
}

use contract::{PropertyDescriptor, TypeDescriptor, TypeKind, TypeRef, TypeShape, scalar_name};
use serde::ser::{Error, SerializeMap, SerializeSeq, SerializeStruct};
use serde::{Serialize, Serializer};

use super::scalars;

/// How many objects of one type may lie within each other before a sample says null.
const MAX_OF_ONE_TYPE: usize = 3;

/// A value that shows what a type looks like: every member set, every collection with one item.
pub(super) struct Sample<'a> {
    type_ref: &'a TypeRef,
    within: Option<&'a Within<'a>>,
}

/// The objects around a value, the innermost first.
struct Within<'a> {
    class: &'static TypeDescriptor,
    outer: Option<&'a Within<'a>>,
}

impl<'a> Sample<'a> {
    pub(super) fn new(type_ref: &'a TypeRef) -> Self {
        Self {
            type_ref,
            within: None,
        }
    }

    /// An argument of this type, at the same depth.
    fn argument(&self, index: usize) -> Option<Sample<'_>> {
        let type_ref = self.type_ref.generic_args.get(index)?;
        Some(Sample {
            type_ref,
            within: self.within,
        })
    }

    fn depth_of(&self, class: &TypeDescriptor) -> usize {
        let around = std::iter::successors(self.within, |within| within.outer);
        around
            .filter(|within| std::ptr::eq(within.class, class))
            .count()
    }

    fn serialize_scalar<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(class) = self.type_ref.descriptor() else {
            return scalars::serialize(&self.type_ref.name, serializer);
        };
        let Some(first) = class.enum_members.first() else {
            return serializer.serialize_none();
        };
        if class.is_flags() {
            return serializer.serialize_newtype_struct(scalar_name::FLAGS, &first.value);
        }
        let number = u32::try_from(first.value).map_err(S::Error::custom)?;
        let name = first.wire_name.unwrap_or(first.name);
        serializer.serialize_unit_variant(class.name, number, name)
    }

    fn serialize_object<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(class) = self.type_ref.descriptor() else {
            return serializer.serialize_none();
        };
        // Only the root may be abstract: somebody chose to show it.
        let has_values = class.kind == TypeKind::Class || self.within.is_none();
        if !has_values || self.depth_of(class) >= MAX_OF_ONE_TYPE {
            return serializer.serialize_none();
        }
        let within = Within {
            class,
            outer: self.within,
        };
        let members = members(class);
        let mut object = serializer.serialize_struct(class.name, members.len())?;
        for member in members {
            let sample = Sample {
                type_ref: &member.type_ref,
                within: Some(&within),
            };
            object.serialize_field(member.wire_name(), &sample)?;
        }
        object.end()
    }
}

impl Serialize for Sample<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.type_ref.shape {
            TypeShape::Scalar => self.serialize_scalar(serializer),
            TypeShape::Nullable => match self.argument(0) {
                Some(sample) if !sample.type_ref.is_enum() => sample.serialize(serializer),
                // A number of ServiceStack's own: no enumeration, rather than its first value.
                _ => serializer.serialize_none(),
            },
            TypeShape::List => {
                let mut list = serializer.serialize_seq(Some(1))?;
                if let Some(item) = self.argument(0) {
                    list.serialize_element(&item)?;
                }
                list.end()
            }
            TypeShape::Dictionary => {
                let mut map = serializer.serialize_map(Some(1))?;
                if let (Some(key), Some(value)) = (self.argument(0), self.argument(1)) {
                    map.serialize_entry(&key, &value)?;
                }
                map.end()
            }
            TypeShape::Object => self.serialize_object(serializer),
        }
    }
}

/// The members of a class in the order of the wire: its own, then those of its base.
fn members(class: &'static TypeDescriptor) -> Vec<&'static PropertyDescriptor> {
    let lineage = class.lineage().into_iter().rev();
    lineage.flat_map(|class| &class.properties).collect()
}

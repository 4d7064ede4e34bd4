use std::cell::OnceCell;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor,
};
use serde::ser::{SerializeStruct, Serializer};

use crate::place::{Places, places};
use crate::{PropertyDescriptor, PropertyType, ResponseStatus, TypeDescriptor, Validation};

/// A class that crosses the wire; made by `#[derive(Dto)]`.
///
/// Members are addressed by index so that a host can bind one at a time, from any source, and
/// report every one that does not fit. A base class stands in a field marked `#[dto(base)]`;
/// its members follow the class's own, as .NET reflects them.
pub trait Dto: PropertyType {
    /// CLR name.
    const NAME: &'static str;
    /// How many members it has, those of its bases included.
    const MEMBER_COUNT: usize;

    /// The class as .NET would state it.
    fn descriptor() -> &'static TypeDescriptor;

    /// Its members by their index, those of its bases included.
    fn properties() -> Vec<&'static PropertyDescriptor>;

    /// The index of the member that goes by `name` on the wire, in any case.
    fn member_index(name: &str) -> Option<usize>;

    /// Reads `value` into the member at `index`; null leaves the type's default there.
    ///
    /// # Errors
    /// Those of the deserializer: the value does not fit the member's type.
    fn bind_member<'de, D: Deserializer<'de>>(
        &mut self,
        index: usize,
        value: D,
    ) -> Result<(), D::Error>;

    /// Whether the member at `index` still has its type's default.
    fn member_is_unset(&self, index: usize) -> bool;

    /// Whether the member at `index` holds a [secret](PropertyType::IS_SECRET).
    fn member_is_secret(index: usize) -> bool;

    /// Writes every member, in wire order, whether set or not.
    ///
    /// # Errors
    /// Those of the serializer.
    fn write_members<S: SerializeStruct>(&self, members: &mut S) -> Result<(), S::Error>;

    /// Adds what the rules stated on the members refuse.
    fn check(&self, _rules: &mut Validation) {}

    /// Puts `status` into the `ResponseStatus` member; `false` if there is none.
    fn set_response_status(&mut self, _status: &ResponseStatus) -> bool {
        false
    }
}

/// What a derived `Deserialize` calls.
///
/// # Errors
/// Those of the deserializer.
pub fn read_dto<'de, T: Dto, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    // No field list: names match in any case, which only the visitor below knows.
    deserializer.deserialize_struct(T::NAME, &[], DtoVisitor::new())
}

/// What a derived `Serialize` calls.
///
/// # Errors
/// Those of the serializer.
pub fn write_dto<T: Dto, S: Serializer>(dto: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut members = serializer.serialize_struct(T::NAME, T::MEMBER_COUNT)?;
    dto.write_members(&mut members)?;
    members.end()
}

/// Fills a DTO from a map: unknown names are ignored, missing ones keep their default, of
/// repeated ones the last wins.
///
/// A format that holds an object as the list of its values hands out, as keys, newtype structs of
/// their places from 0; no other key is one.
#[derive(Debug)]
pub struct DtoVisitor<T>(PhantomData<T>);

impl<T> DtoVisitor<T> {
    /// A visitor for `T`.
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T> Default for DtoVisitor<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'de, T: Dto> Visitor<'de> for DtoVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the members of {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut dto = T::default();
        let places = OnceCell::new();
        while let Some(index) = map.next_key_seed(MemberKey::<T>::new(&places))? {
            match index {
                Some(index) => map.next_value_seed(Member {
                    dto: &mut dto,
                    index,
                })?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(dto)
    }
}

/// Which member comes next, by its name or its place.
struct MemberKey<'a, T> {
    places: &'a OnceCell<Option<Places>>,
    dto: PhantomData<T>,
}

impl<'a, T> MemberKey<'a, T> {
    const fn new(places: &'a OnceCell<Option<Places>>) -> Self {
        Self {
            places,
            dto: PhantomData,
        }
    }
}

impl<'de, T: Dto> DeserializeSeed<'de> for MemberKey<'_, T> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de, T: Dto> Visitor<'de> for MemberKey<'_, T> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        let place = usize::deserialize(deserializer)?;
        let Some(places) = self.places.get_or_init(places::<T>) else {
            let fault = format!("the members of {} have no places in a list", T::NAME);
            return Err(D::Error::custom(fault));
        };
        Ok(places.get(place).copied().flatten())
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        // JSV pads names in readable text; no CLR name holds blanks.
        Ok(T::member_index(name.trim()))
    }
}

struct Member<'a, T> {
    dto: &'a mut T,
    index: usize,
}

impl<'de, T: Dto> DeserializeSeed<'de> for Member<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.dto.bind_member(self.index, deserializer)
    }
}

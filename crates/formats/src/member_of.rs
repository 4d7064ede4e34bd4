use contract::Dto;
use serde::de::{DeserializeSeed, Deserializer};

/// Reads a member of a body into its DTO.
#[derive(Debug)]
pub struct MemberOf<'a, T> {
    /// The DTO.
    pub dto: &'a mut T,
    /// Which member, as [`Dto::member_index`] counts them.
    pub index: usize,
}

impl<'de, T: Dto> DeserializeSeed<'de> for MemberOf<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.dto.bind_member(self.index, deserializer)
    }
}

use contract::{EnumMember, TypeDescriptor};

use super::class::named;
use crate::{MetadataAttribute, MetadataType};

pub(super) fn describe(described: &TypeDescriptor, is_flags: bool) -> MetadataType {
    let members = &described.enum_members;
    let mut enumeration = named(described);
    enumeration.is_enum = true;
    enumeration.is_enum_int = is_flags;
    if is_flags {
        enumeration.attributes.insert(0, flags_attribute());
    }
    enumeration.enum_names = Some(texts(members, |member| member.name.to_owned()));
    if is_flags || !counts_from_zero(members) {
        enumeration.enum_values = Some(texts(members, |member| member.value.to_string()));
    }
    if members.iter().any(|member| member.wire_name.is_some()) {
        let wire_name = |member: &EnumMember| member.wire_name.unwrap_or(member.name).to_owned();
        enumeration.enum_member_values = Some(texts(members, wire_name));
    }
    if members.iter().any(|member| member.description.is_some()) {
        let description = |member: &EnumMember| member.description.unwrap_or_default().to_owned();
        enumeration.enum_descriptions = Some(texts(members, description));
    }
    enumeration
}

fn texts(members: &[EnumMember], text: impl Fn(&EnumMember) -> String) -> Vec<String> {
    members.iter().map(text).collect()
}

fn counts_from_zero(members: &[EnumMember]) -> bool {
    (0..).zip(members).all(|(at, member)| member.value == at)
}

fn flags_attribute() -> MetadataAttribute {
    MetadataAttribute {
        name: "Flags".to_owned(),
        ..MetadataAttribute::default()
    }
}

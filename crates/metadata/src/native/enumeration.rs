use super::declaration::Declaration;
use super::identifier::identifier;

/// A value of an enumeration.
#[derive(Debug)]
pub(crate) struct EnumMember<'a> {
    /// Its CLR name, as an identifier.
    pub(crate) name: String,
    /// Its name on the wire.
    pub(crate) wire: &'a str,
    /// Its number.
    pub(crate) number: i64,
    /// Whether the description states its number.
    pub(crate) has_number: bool,
    /// What it is for.
    pub(crate) description: Option<&'a str>,
}

impl EnumMember<'_> {
    /// Whether it goes by another name on the wire.
    pub(crate) fn is_renamed(&self) -> bool {
        self.name != self.wire
    }
}

impl<'a> Declaration<'a> {
    /// Whether its values go on the wire as numbers.
    pub(crate) fn is_numeric_enum(&self) -> bool {
        self.described.is_enum_int || self.described.is_flags()
    }

    /// The values of an enumeration, in order; their descriptions only where they are asked for.
    pub(crate) fn enum_members(&self) -> Vec<EnumMember<'a>> {
        let described = self.described;
        let names = described.enum_names.as_deref().unwrap_or_default();
        let at = |list: &'a Option<Vec<String>>, index: usize| {
            list.as_ref()
                .and_then(|list| list.get(index))
                .map(String::as_str)
        };
        let mut next = 0_i64;
        let mut members = Vec::with_capacity(names.len());
        for (index, name) in names.iter().enumerate() {
            let stated = at(&described.enum_values, index).and_then(|text| text.parse().ok());
            let number = stated.unwrap_or(next);
            next = number.saturating_add(1);
            members.push(EnumMember {
                name: identifier(name),
                wire: at(&described.enum_member_values, index)
                    .filter(|wire| !wire.is_empty())
                    .unwrap_or(name),
                number,
                has_number: stated.is_some(),
                description: at(&described.enum_descriptions, index)
                    .filter(|text| !text.trim().is_empty())
                    .filter(|_| self.is_described),
            });
        }
        members
    }
}

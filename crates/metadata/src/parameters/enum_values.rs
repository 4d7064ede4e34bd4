use crate::MetadataType;

/// A value of an enumeration as a table shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EnumValue<'a> {
    /// Its CLR name.
    pub name: &'a str,
    /// Its name on the wire, else its number; `None` where the numbers count from 0.
    pub value: Option<&'a str>,
    /// What it is for.
    pub description: Option<&'a str>,
}

/// The values of an enumeration, in order.
pub fn enum_values(class: &MetadataType) -> Vec<EnumValue<'_>> {
    fn nth(list: Option<&Vec<String>>, index: usize) -> Option<&str> {
        list?.get(index).map(String::as_str)
    }
    let names = class.enum_names.iter().flatten().enumerate();
    let value = |(index, name)| {
        let text = nth(class.enum_member_values.as_ref(), index);
        EnumValue {
            name,
            value: text.or_else(|| nth(class.enum_values.as_ref(), index)),
            description: nth(class.enum_descriptions.as_ref(), index)
                .filter(|text| !text.is_empty()),
        }
    };
    names
        .map(|(index, name): (usize, &String)| value((index, name.as_str())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::enum_values;
    use crate::MetadataType;

    fn list(items: &[&str]) -> Option<Vec<String>> {
        Some(items.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn names_on_the_wire_come_before_numbers() {
        let class = MetadataType {
            enum_names: list(&["First", "Second"]),
            enum_values: list(&["3", "4"]),
            enum_descriptions: list(&["", "the other"]),
            ..MetadataType::default()
        };
        let values = enum_values(&class);
        assert_eq!((values[0].name, values[0].value), ("First", Some("3")));
        assert_eq!(values[0].description, None);
        assert_eq!(values[1].description, Some("the other"));
        let class = MetadataType {
            enum_member_values: list(&["the-first", "the second"]),
            ..class
        };
        assert_eq!(enum_values(&class)[1].value, Some("the second"));
    }
}

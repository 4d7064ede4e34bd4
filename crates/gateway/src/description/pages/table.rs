use metadata::{
    EnumValue, MetadataOperationType, MetadataPropertyType, MetadataType, MetadataTypes,
    csharp_class_name, csharp_name, enum_values, parameter_kind, types_of,
};

/// The table of a class or an enumeration.
#[derive(Debug)]
pub(super) struct Table<'a> {
    pub(super) name: String,
    pub(super) is_enum: bool,
    pub(super) rows: Vec<Row<'a>>,
    pub(super) values: Vec<EnumValue<'a>>,
}

/// A property of a class.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) property: &'a MetadataPropertyType,
    pub(super) kind: &'a str,
    pub(super) type_name: String,
    pub(super) range: Option<String>,
}

/// The tables of an operation's page; types without members have none.
pub(super) fn tables<'a>(
    description: &'a MetadataTypes,
    operation: &'a MetadataOperationType,
) -> Vec<Table<'a>> {
    let types = types_of(description, operation).into_iter();
    types
        .map(|class| Table::of(operation, class))
        .filter(|table| !(table.rows.is_empty() && table.values.is_empty()))
        .collect()
}

impl<'a> Table<'a> {
    fn of(operation: &MetadataOperationType, class: &'a MetadataType) -> Self {
        let properties = class.own_properties().iter();
        Self {
            name: csharp_class_name(class),
            is_enum: class.is_enum,
            rows: properties
                .map(|property| Row {
                    property,
                    kind: parameter_kind(operation, class, property),
                    type_name: csharp_name(property),
                    range: range(property),
                })
                .collect(),
            values: enum_values(class),
        }
    }

    /// Whether any value says more than its name.
    pub(super) fn has_values(&self) -> bool {
        self.values.iter().any(|value| value.value.is_some())
    }

    pub(super) fn has_descriptions(&self) -> bool {
        self.values.iter().any(|value| value.description.is_some())
    }
}

fn range(property: &MetadataPropertyType) -> Option<String> {
    match (property.allowable_min, property.allowable_max) {
        (None, None) => None,
        (min, max) => {
            let text = |bound: Option<i64>| bound.map(|bound| bound.to_string());
            let (min, max) = (text(min).unwrap_or_default(), text(max).unwrap_or_default());
            Some(format!("{min} - {max}"))
        }
    }
}

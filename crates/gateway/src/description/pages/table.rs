use metadata::{
    EnumValue, MetadataOperationType, MetadataPropertyType, MetadataType, MetadataTypes,
    csharp_class_name, csharp_name, enum_values, parameter_kind, types_of,
};

/// The table of a class or an enumeration.
#[derive(Debug)]
pub(super) struct Table<'a> {
    pub(super) name: String,
    /// The name that links on the page lead to it by.
    pub(super) anchor: &'a str,
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
    /// The table of its type, or of what its type is made of.
    pub(super) target: Option<&'a str>,
    pub(super) range: Option<String>,
}

/// The tables of an operation's page; types without members have none.
pub(super) fn tables<'a>(
    description: &'a MetadataTypes,
    operation: &'a MetadataOperationType,
) -> Vec<Table<'a>> {
    let has_members =
        |class: &&MetadataType| !class.own_properties().is_empty() || class.enum_names.is_some();
    let types = types_of(description, operation).into_iter();
    let types: Vec<&MetadataType> = types.filter(has_members).collect();
    let classes = types.iter();
    classes
        .map(|class| Table::of(operation, class, &types))
        .collect()
}

impl<'a> Table<'a> {
    fn of(
        operation: &MetadataOperationType,
        class: &'a MetadataType,
        shown: &[&'a MetadataType],
    ) -> Self {
        let properties = class.own_properties().iter();
        Self {
            name: csharp_class_name(class),
            anchor: plain_name(class),
            is_enum: class.is_enum,
            rows: properties
                .map(|property| Row {
                    property,
                    kind: parameter_kind(operation, class, property),
                    type_name: csharp_name(property),
                    target: target(property, shown),
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

/// Without arity.
fn plain_name(class: &MetadataType) -> &str {
    class.name.split('`').next().unwrap_or(&class.name)
}

/// The last of the names that a type consists of: what a list holds, a dictionary's values.
fn target<'a>(property: &MetadataPropertyType, shown: &[&'a MetadataType]) -> Option<&'a str> {
    let arguments = property.generic_args.iter().flatten();
    let texts = property.type_name.iter().chain(arguments);
    let names = texts.flat_map(|text| text.split(|c: char| !(c.is_alphanumeric() || c == '_')));
    let named = |name| shown.iter().find(|class| plain_name(class) == name);
    let names: Vec<&str> = names.collect();
    let found = names.into_iter().rev().find_map(named);
    found.map(|class| plain_name(class))
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

use contract::Map;
use serde::Serialize;

/// A JSON Schema (2020-12), as far as descriptions need it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    /// Another schema of the document.
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The JSON types that a value may have; none stated means any.
    #[serde(rename = "type", skip_serializing_if = "Types::is_any")]
    pub types: Types,
    /// How a text or number is to be understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<&'static str>,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The only values.
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// What a text matches (ECMA 262).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// How a text carries bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_encoding: Option<&'static str>,
    /// Fewest characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u64>,
    /// Most characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u64>,
    /// The smallest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Number>,
    /// The greatest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Number>,
    /// A number that it has to be above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclusive_minimum: Option<Number>,
    /// A number that it has to be below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclusive_maximum: Option<Number>,
    /// The items of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Box<Schema>>,
    /// Whether no item comes twice.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unique_items: bool,
    /// The members of an object.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub properties: Map<String, Schema>,
    /// The members that have to be there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<String>,
    /// The keys of a dictionary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub property_names: Option<Box<Schema>>,
    /// The values of a dictionary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_properties: Option<Box<Schema>>,
    /// Schemas of which one has to hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any_of: Vec<Schema>,
}

/// The JSON types that a value may have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Types {
    /// Any.
    #[default]
    Any,
    /// That one.
    One(&'static str),
    /// That one, or null.
    OrNull([&'static str; 2]),
}

/// A number that limits others.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Number {
    /// A whole number.
    Signed(i64),
    /// A whole number above those.
    Unsigned(u64),
    /// Any other.
    Float(f64),
}

impl Types {
    fn is_any(&self) -> bool {
        *self == Self::Any
    }
}

impl Schema {
    /// Any value of that JSON type.
    pub(super) fn of(json_type: &'static str) -> Self {
        Self {
            types: Types::One(json_type),
            ..Self::default()
        }
    }

    /// The component of that name.
    pub(super) fn to_component(name: &str) -> Self {
        Self {
            reference: Some(format!("#/components/schemas/{name}")),
            ..Self::default()
        }
    }

    /// A list.
    pub(super) fn list(items: Self) -> Self {
        Self {
            items: Some(Box::new(items)),
            ..Self::of("array")
        }
    }

    /// The same, or null.
    pub(super) fn or_null(self) -> Self {
        match self.types {
            Types::One(json_type) => Self {
                types: Types::OrNull([json_type, "null"]),
                ..self
            },
            Types::Any if self.reference.is_some() => Self {
                any_of: vec![self, Self::of("null")],
                ..Self::default()
            },
            _ => self,
        }
    }
}

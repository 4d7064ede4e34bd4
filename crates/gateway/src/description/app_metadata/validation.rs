use serde::Serialize;

/// The rules that a property can state, by name: parameters and their types.
const RULES: [(&str, &[(&str, &str)]); 19] = [
    ("CreditCard", &[]),
    ("Email", &[]),
    ("Empty", &[]),
    ("Equal", &[("value", "Object")]),
    ("ExactLength", &[("length", "Int32")]),
    ("ExclusiveBetween", &BETWEEN),
    ("GreaterThan", &[("value", "Int32")]),
    ("GreaterThanOrEqual", &[("value", "Int32")]),
    ("InclusiveBetween", &BETWEEN),
    ("Length", &[("min", "Int32"), ("max", "Int32")]),
    ("LessThan", &[("value", "Int32")]),
    ("LessThanOrEqual", &[("value", "Int32")]),
    ("MaximumLength", &[("max", "Int32")]),
    ("MinimumLength", &[("min", "Int32")]),
    ("NotEmpty", &[]),
    ("NotEqual", &[("value", "Object")]),
    ("NotNull", &[]),
    ("Null", &[]),
    (
        "ScalePrecision",
        &[("scale", "Int32"), ("precision", "Int32")],
    ),
];

const BETWEEN: [(&str, &str); 2] = [("from", "IComparable"), ("to", "IComparable")];

/// What a property's rules can be.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Validation {
    property_validators: Vec<Validator>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Validator {
    name: &'static str,
    param_names: Vec<&'static str>,
    param_types: Vec<&'static str>,
    return_type: &'static str,
}

impl Default for Validation {
    fn default() -> Self {
        let validators = RULES.iter().map(|(name, parameters)| Validator {
            name,
            param_names: parameters.iter().map(|(name, _)| *name).collect(),
            param_types: parameters.iter().map(|(_, kind)| *kind).collect(),
            return_type: "IPropertyValidator",
        });
        Self {
            property_validators: validators.collect(),
        }
    }
}

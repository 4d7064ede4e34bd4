use super::Schema;
use super::schema::{Number, Types};
use crate::MetadataPropertyType;

/// Adds what the rules of a property (`[Validate("Length(2, 10)")]`) ask of its values.
pub(super) fn constrain(schema: &mut Schema, property: &MetadataPropertyType) {
    let stated = property
        .attributes
        .iter()
        .filter(|attribute| attribute.name == "Validate")
        .flat_map(|attribute| attribute.args.iter().chain(&attribute.constructor_args))
        .filter(|argument| argument.name.eq_ignore_ascii_case("validator"));
    for argument in stated {
        apply(schema, argument.value.as_deref().unwrap_or_default());
    }
}

fn apply(schema: &mut Schema, rule: &str) {
    let (name, arguments) = rule.split_once('(').unwrap_or((rule, ""));
    let arguments = arguments.trim_end_matches(')').split(',');
    let numbers: Vec<Option<i64>> = arguments.map(|text| text.trim().parse().ok()).collect();
    let whole = |at: usize| numbers.get(at).copied().flatten();
    let number = |at: usize| whole(at).map(Number::Signed);
    let length = |at: usize| whole(at).and_then(|number| u64::try_from(number).ok());
    let is_text = schema.types == Types::One("string");
    match name.trim() {
        "NotEmpty" if is_text => schema.pattern = Some(r"\S".to_owned()),
        "Email" if is_text => schema.format = Some("email"),
        "Length" if is_text => (schema.min_length, schema.max_length) = (length(0), length(1)),
        "ExactLength" if is_text => {
            (schema.min_length, schema.max_length) = (length(0), length(0));
        }
        "MinimumLength" if is_text => schema.min_length = length(0),
        "MaximumLength" if is_text => schema.max_length = length(0),
        "GreaterThan" => schema.exclusive_minimum = number(0),
        "GreaterThanOrEqual" => schema.minimum = number(0).or(schema.minimum),
        "LessThan" => schema.exclusive_maximum = number(0),
        "LessThanOrEqual" => schema.maximum = number(0).or(schema.maximum),
        "InclusiveBetween" => {
            schema.minimum = number(0).or(schema.minimum);
            schema.maximum = number(1).or(schema.maximum);
        }
        _ => {}
    }
}

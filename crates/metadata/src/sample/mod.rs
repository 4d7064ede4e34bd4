//! Sample messages: what a request and its answer look like in each format.

mod contracts;
mod scalars;
mod value;

use std::collections::HashMap;

use contract::TypeRef;
use formats::{EncodeError, Format, WriteOptions};

use crate::{MetadataOperationType, MetadataTypes};
use contracts::Contracts;
use value::Sample;

/// What an operation takes and answers, ready to be shown in any format.
#[derive(Debug, Clone)]
pub struct OperationSamples {
    request: Option<TypeRef>,
    response: Option<TypeRef>,
}

impl OperationSamples {
    /// The samples of every operation of a description, by its name. They are made of types
    /// that live as long as the process: make them once.
    pub fn of_all(description: &MetadataTypes) -> HashMap<String, Self> {
        let mut contracts = Contracts::new(description);
        let of_one = |operation: &MetadataOperationType| {
            let returned = operation.return_type.as_ref();
            let samples = Self {
                request: contracts.of_type(&operation.request),
                response: returned.and_then(|returned| contracts.of(returned)),
            };
            (operation.request.name.clone(), samples)
        };
        description.operations.iter().map(of_one).collect()
    }

    /// The body of a request; `None` if nothing is known of its type.
    ///
    /// # Errors
    /// The format cannot carry the type.
    pub fn request(&self, format: Format) -> Result<Option<String>, EncodeError> {
        let type_ref = self.request.as_ref();
        type_ref.map(|found| text(format, found)).transpose()
    }

    /// The body of an answer; `None` if there is none.
    ///
    /// # Errors
    /// The format cannot carry the type.
    pub fn response(&self, format: Format) -> Result<Option<String>, EncodeError> {
        let type_ref = self.response.as_ref();
        type_ref.map(|found| text(format, found)).transpose()
    }
}

/// JSON on one line; JSV and XML in lines. ServiceStack's pages show JSON where the format is for
/// tables: a lone object makes none.
fn text(format: Format, type_ref: &TypeRef) -> Result<String, EncodeError> {
    match type_ref.name.as_ref() {
        "String" => return Ok("(string)".to_owned()),
        "Byte[]" => return Ok("(byte[])".to_owned()),
        _ => {}
    }
    let written = match format {
        Format::Csv => Format::Json,
        other => other,
    };
    let options = WriteOptions::default();
    let (sample, mut out) = (Sample::new(type_ref), Vec::new());
    formats::encode(written, &sample, Some(type_ref), &options, &mut out)?;
    match written {
        Format::Jsv => formats::indent_jsv(&out),
        Format::Xml => formats::indent_xml(&out),
        _ => Ok(String::from_utf8(out).unwrap_or_else(|binary| hexadecimal(binary.as_bytes()))),
    }
}

/// What is no text is shown by its bytes, 16 a line.
fn hexadecimal(bytes: &[u8]) -> String {
    let line = |bytes: &[u8]| {
        let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        bytes.join(" ")
    };
    let lines: Vec<String> = bytes.chunks(16).map(line).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use formats::Format;

    use super::{OperationSamples, hexadecimal};
    use crate::{
        MetadataOperationType, MetadataPropertyType, MetadataType, MetadataTypeName, MetadataTypes,
    };

    fn property(name: &str, clr: &str, args: &[&str]) -> MetadataPropertyType {
        MetadataPropertyType {
            name: name.to_owned(),
            type_name: Some(clr.to_owned()),
            generic_args: Some(args.iter().map(ToString::to_string).collect()),
            ..MetadataPropertyType::default()
        }
    }

    fn class(name: &str, properties: Vec<MetadataPropertyType>) -> MetadataType {
        MetadataType {
            name: name.to_owned(),
            namespace: "Shop".to_owned(),
            properties: Some(properties),
            ..MetadataType::default()
        }
    }

    fn reference(name: &str, args: &[&str]) -> MetadataTypeName {
        MetadataTypeName {
            name: name.to_owned(),
            namespace: Some("Shop".to_owned()),
            generic_args: Some(args.iter().map(ToString::to_string).collect()),
        }
    }

    /// The samples of an operation with that request, returning `returns`.
    fn samples(
        request: MetadataType,
        returns: Option<MetadataTypeName>,
        types: Vec<MetadataType>,
    ) -> OperationSamples {
        let name = request.name.clone();
        let operation = MetadataOperationType {
            request,
            return_type: returns,
            ..MetadataOperationType::default()
        };
        let description = MetadataTypes {
            operations: vec![operation],
            types,
            ..MetadataTypes::default()
        };
        OperationSamples::of_all(&description)
            .remove(&name)
            .unwrap()
    }

    #[test]
    fn arguments_of_generic_types_reach_their_members() {
        let page = MetadataType {
            generic_args: Some(vec!["T".to_owned()]),
            ..class("Page`1", vec![property("Results", "List`1", &["T"])])
        };
        let item = class("Item", vec![property("Price", "Decimal", &[])]);
        let returns = Some(reference("Page`1", &["Item"]));
        let samples = samples(class("Find", vec![]), returns, vec![page, item]);
        let shown = samples.response(Format::Json).unwrap();
        assert_eq!(shown.as_deref(), Some(r#"{"results":[{"price":0}]}"#));
        assert_eq!(samples.request(Format::Jsv).unwrap().as_deref(), Some("{}"));
    }

    #[test]
    fn what_is_unknown_or_has_no_end_is_null() {
        let mut properties = vec![property("Any", "Object", &[]), property("Deep", "X", &[])];
        properties.push(property("Faces", "IShape", &[]));
        properties.push(property(
            "Cells",
            &format!("Int32{}", "[]".repeat(5000)),
            &[],
        ));
        let endless = MetadataType {
            inherits: Some(reference("Loop", &[])),
            ..class("Loop", vec![property("Id", "Int32", &[])])
        };
        properties.push(property("Loop", "Loop", &[]));
        let samples = samples(class("Odd", properties), None, vec![endless]);
        let shown = samples.request(Format::Json).unwrap();
        assert_eq!(shown.as_deref(), Some(r#"{"loop":{"id":0}}"#));
        assert_eq!(samples.response(Format::Json).unwrap(), None);
    }

    #[test]
    fn texts_and_bytes_are_named() {
        let returns = |name| Some(reference(name, &[]));
        let text = samples(class("A", vec![]), returns("String"), vec![]);
        let shown = text.response(Format::Xml).unwrap();
        assert_eq!(shown.as_deref(), Some("(string)"));
        let bytes = samples(class("B", vec![]), returns("Byte[]"), vec![]);
        let shown = bytes.response(Format::Jsv).unwrap();
        assert_eq!(shown.as_deref(), Some("(byte[])"));
        assert_eq!(hexadecimal(&[0, 255]), "00 ff");
    }
}

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
        _ => String::from_utf8(out).map_err(serde::ser::Error::custom),
    }
}

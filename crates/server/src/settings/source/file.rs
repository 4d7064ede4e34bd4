//! The TOML layers: the embedded defaults and the file given with `--config`.

use std::fs;
use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::{Given, Layers};
use crate::settings::fault::{Fault, Origin};

/// Adds the file at `path`.
pub(super) fn add(path: &Path, layers: &mut Layers, faults: &mut Vec<Fault>) {
    match fs::read_to_string(path) {
        Ok(text) => add_text(&text, Some(path), layers, faults),
        Err(error) => {
            let place = path.display().to_string();
            faults.push(Fault::in_place(place, format!("cannot be read: {error}")));
        }
    }
}

/// Adds a TOML text; without a path it is the embedded one.
pub(super) fn add_text(
    text: &str,
    path: Option<&Path>,
    layers: &mut Layers,
    faults: &mut Vec<Fault>,
) {
    let origin_at = |offset: usize| match path {
        None => Origin::Defaults,
        Some(path) => Origin::File {
            path: path.to_owned(),
            line: line_of(text, offset),
        },
    };
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let offset = error.span().map_or(0, |span| span.start);
        faults.push(Fault::at(
            &origin_at(offset),
            format!("not TOML: {}", error.message()),
        ));
    }
    for (section, value) in document.get_ref() {
        let origin = origin_at(section.span().start);
        let DeValue::Table(keys) = value.get_ref() else {
            let name = section.get_ref();
            faults.push(Fault::at(
                &origin,
                format!("\"{name}\" stands outside any [section]"),
            ));
            continue;
        };
        layers.name_section(section.get_ref(), &origin);
        for (key, value) in keys {
            let origin = origin_at(key.span().start);
            layers.put(
                section.get_ref(),
                key.get_ref(),
                given(value.get_ref()),
                origin,
            );
        }
    }
}

fn given(value: &DeValue<'_>) -> Given {
    match value {
        DeValue::String(text) => Given::Text(text.clone().into_owned()),
        DeValue::Boolean(value) => Given::Boolean(*value),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or(Given::Other("an integer beyond 64 bits"), Given::Integer),
        DeValue::Float(_) => Given::Other("a float"),
        DeValue::Datetime(_) => Given::Other("a date"),
        DeValue::Array(_) => Given::Other("an array"),
        DeValue::Table(_) => Given::Other("a table"),
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes()
        .take(offset)
        .filter(|&byte| byte == b'\n')
        .count()
        + 1
}

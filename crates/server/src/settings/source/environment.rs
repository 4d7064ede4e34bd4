//! The environment layer: `FOUNDRY__SECTION__KEY`.

use std::ffi::OsString;

use super::{Given, Layers};
use crate::settings::fault::{Fault, Origin};

const PREFIX: &str = "FOUNDRY__";

/// Adds every variable that begins with the prefix.
pub(super) fn add(variables: &[(String, OsString)], layers: &mut Layers, faults: &mut Vec<Fault>) {
    for (variable, value) in variables {
        let Some(name) = variable.strip_prefix(PREFIX) else {
            continue;
        };
        let origin = Origin::Environment {
            variable: variable.clone(),
        };
        let Some(value) = value.to_str() else {
            faults.push(Fault::at(&origin, "is not UTF-8"));
            continue;
        };
        match name.split_once("__") {
            Some((section, key)) => layers.put(
                &section.to_ascii_lowercase(),
                &key.to_ascii_lowercase(),
                Given::Untyped(value.to_owned()),
                origin,
            ),
            None => faults.push(Fault::at(
                &origin,
                "is not of the form FOUNDRY__SECTION__KEY",
            )),
        }
    }
}

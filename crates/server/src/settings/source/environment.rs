//! The environment layer: `FOUNDRY__SECTION__KEY`.

use super::{Given, Layers};
use crate::settings::fault::{Fault, Origin};

const PREFIX: &str = "FOUNDRY__";

/// Adds every variable that begins with the prefix.
pub(super) fn add(variables: &[(String, String)], layers: &mut Layers, faults: &mut Vec<Fault>) {
    for (variable, value) in variables {
        let Some(name) = variable.strip_prefix(PREFIX) else {
            continue;
        };
        let origin = Origin::Environment {
            variable: variable.clone(),
        };
        match name.split_once("__") {
            Some((section, key)) => layers.put(
                &section.to_ascii_lowercase(),
                &key.to_ascii_lowercase(),
                Given::Untyped(value.clone()),
                origin,
            ),
            None => faults.push(Fault::at(
                &origin,
                "is not of the form FOUNDRY__SECTION__KEY",
            )),
        }
    }
}

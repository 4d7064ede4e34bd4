use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// One request and what is expected of the answer; see README.md beside this file.
#[derive(Debug, Deserialize)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) group: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Option<String>,
    pub(crate) user: Option<String>,
    pub(crate) expect: Expectation,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Expectation {
    pub(crate) status: Value,
    pub(crate) content_type: Option<String>,
    #[serde(default)]
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Option<String>,
    pub(crate) regex: Option<String>,
    #[serde(default)]
    pub(crate) text: Vec<String>,
    pub(crate) error: Option<ExpectedError>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExpectedError {
    pub(crate) error_code: String,
    pub(crate) message: Option<String>,
    #[serde(default)]
    pub(crate) fields: Vec<String>,
}

impl Expectation {
    /// Whether that status will do.
    pub(crate) fn accepts(&self, status: u16) -> bool {
        match &self.status {
            Value::Array(accepted) => accepted
                .iter()
                .any(|one| one.as_u64() == Some(status.into())),
            one => one.as_u64() == Some(status.into()),
        }
    }
}

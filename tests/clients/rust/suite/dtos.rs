//! The operations that the scenarios call, as a generated DTO file states them: plain members,
//! so that a null on the wire would fail.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use servicestack::{IRequest, IReturn, IReturnVoid};

macro_rules! operation {
    ($request:ident, $verb:expr, $response:ty) => {
        impl IRequest for $request {
            const NAME: &'static str = stringify!($request);
            const VERB: &'static str = $verb;
        }
        impl IReturn for $request {
            type Response = $response;
        }
    };
}

#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GenerateTwoFactorAuthenticationKeyRequest {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) organisation_id: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct GenerateTwoFactorAuthenticationKeyResponse {
    pub(crate) two_factor_uri: String,
}

operation!(
    GenerateTwoFactorAuthenticationKeyRequest,
    servicestack::HTTP_PUT,
    GenerateTwoFactorAuthenticationKeyResponse
);

#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Hello {
    pub(crate) name: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ResultResponse {
    pub(crate) result: String,
}

operation!(Hello, servicestack::HTTP_POST, ResultResponse);

#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct AdminOnly {
    pub(crate) name: String,
}

operation!(AdminOnly, servicestack::HTTP_GET, ResultResponse);

#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Throw {
    pub(crate) r#type: String,
    pub(crate) message: String,
}

operation!(Throw, servicestack::HTTP_POST, ResultResponse);

#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Validated {
    pub(crate) name: String,
    pub(crate) age: i32,
}

operation!(Validated, servicestack::HTTP_POST, ResultResponse);

#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct DoVoid {
    pub(crate) name: String,
}

impl IRequest for DoVoid {
    const NAME: &'static str = "DoVoid";
}
impl IReturnVoid for DoVoid {}

/// The properties that the scenarios use; it answers itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct AllTypes {
    pub(crate) int: i32,
    pub(crate) double: f64,
    pub(crate) bool: bool,
    pub(crate) string: String,
    pub(crate) time_span: String,
    pub(crate) r#enum: String,
    pub(crate) string_list: Vec<String>,
    pub(crate) int_list: Vec<i32>,
    pub(crate) string_map: BTreeMap<String, String>,
    pub(crate) nested: Nested,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Nested {
    pub(crate) id: i32,
    pub(crate) name: String,
}

operation!(AllTypes, servicestack::HTTP_POST, AllTypes);

impl AllTypes {
    /// A value in every member.
    pub(crate) fn filled() -> Self {
        Self {
            int: 5,
            double: 1.5,
            bool: true,
            string: "a b&c=ü".to_owned(),
            time_span: "PT1H30M".to_owned(),
            r#enum: "Blue".to_owned(),
            string_list: vec!["x".to_owned(), "y z".to_owned()],
            int_list: vec![1, 2],
            string_map: BTreeMap::from([("k".to_owned(), "v".to_owned())]),
            nested: Nested {
                id: 1,
                name: "n".to_owned(),
            },
        }
    }
}

/// An operation that no host has.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Unheard {}

operation!(Unheard, servicestack::HTTP_POST, ResultResponse);

use std::collections::BTreeSet;

use regex_lite::Regex;
use serde_json::Value;

use crate::case::{Case, ExpectedError};
use crate::exchange::Reply;
use crate::visible::{first_missing, visible_lines};

/// Everything in which an answer differs from what is expected.
pub(crate) fn faults(case: &Case, reply: &Reply, base: &str) -> Vec<String> {
    let want = &case.expect;
    let mut faults = Vec::new();
    if !want.accepts(reply.status) {
        faults.push(format!("status {}, expected {}", reply.status, want.status));
    }
    let content_type = reply.first("content-type");
    if let Some(expected) = &want.content_type
        && !content_type.is_some_and(|found| found.eq_ignore_ascii_case(expected))
    {
        faults.push(format!(
            "content type {content_type:?}, expected {expected}"
        ));
    }
    for (name, expected) in &want.headers {
        let found = reply.first(name).unwrap_or_default();
        let is_same = match name.as_str() {
            "allow" => names(found) == names(expected),
            _ => found == expected.replace("{base}", base),
        };
        if !is_same {
            faults.push(format!("{name} {found:?}, expected {expected:?}"));
        }
    }
    if let Some(expected) = &want.body
        && reply.body != expected.replace("{base}", base)
    {
        faults.push(format!("body {:?}, expected {expected:?}", reply.body));
    }
    if let Some(pattern) = &want.regex
        && !Regex::new(pattern).unwrap().is_match(&reply.body)
    {
        faults.push(format!("body {:?} has no {pattern:?}", reply.body));
    }
    if let Some(line) = first_missing(&want.text, &visible_lines(&reply.body)) {
        faults.push(format!("the page does not show, in order: {line:?}"));
    }
    if let (Some(expected), false) = (&want.error, case.method == "HEAD") {
        faults.extend(error_faults(
            expected,
            reply,
            content_type.unwrap_or_default(),
        ));
    }
    faults
}

fn names(list: &str) -> BTreeSet<&str> {
    list.split(',').map(str::trim).collect()
}

fn error_faults(expected: &ExpectedError, reply: &Reply, content_type: &str) -> Vec<String> {
    let (code, message, fields) = error_of(&reply.body, content_type);
    let mut faults = Vec::new();
    if code.as_deref() != Some(&expected.error_code) {
        faults.push(format!(
            "error code {code:?}, expected {}: {}",
            expected.error_code, reply.body
        ));
    }
    if let (Some(wanted), Some(found)) = (&expected.message, &message)
        && wanted != found
    {
        faults.push(format!("message {found:?}, expected {wanted:?}"));
    }
    if !expected.fields.is_empty() && fields != expected.fields {
        faults.push(format!("fields {fields:?}, expected {:?}", expected.fields));
    }
    faults
}

/// Code, message and fields of a ResponseStatus, in whatever format.
fn error_of(body: &str, content_type: &str) -> (Option<String>, Option<String>, Vec<String>) {
    let text = |value: &Value| value.as_str().map(ToOwned::to_owned);
    if content_type.contains("json") {
        let document: Value = serde_json::from_str(body).unwrap_or_default();
        let status = &document["responseStatus"];
        let errors = status["errors"].as_array().cloned().unwrap_or_default();
        let fields = errors
            .iter()
            .filter_map(|error| text(&error["fieldName"]))
            .collect();
        return (text(&status["errorCode"]), text(&status["message"]), fields);
    }
    let code = Regex::new("[eE]rrorCode[:>]([A-Za-z0-9]+)").unwrap();
    let field = Regex::new("[fF]ieldName[:>]([^,<}\"]+)").unwrap();
    let code = code.captures(body).map(|found| found[1].to_owned());
    (
        code,
        None,
        field
            .captures_iter(body)
            .map(|found| found[1].to_owned())
            .collect(),
    )
}

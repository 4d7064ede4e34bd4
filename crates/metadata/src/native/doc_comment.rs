//! Descriptions as the comments that documentation is made from, in languages that write them as Java does.

use super::api::Api;
use super::declaration::Declaration;
use super::escape::comment;
use super::source::Source;

/// A description as a documentation comment between `/**` and `*/`.
pub(in crate::native) fn doc_comment(description: Option<&str>) -> Vec<String> {
    let Some(text) = description else {
        return Vec::new();
    };
    vec![
        "/**".to_owned(),
        format!("* {}", comment(text)),
        "*/".to_owned(),
    ]
}

/// The description of a type, and its attributes as comments where the client library has none.
pub(in crate::native) fn commented_attributes(
    api: &Api<'_>,
    declaration: &Declaration<'_>,
    out: &mut Source,
) {
    out.lines(doc_comment(declaration.description(api.config)));
    for remark in declaration.remarks() {
        out.line(format!("// @{remark}"));
    }
}

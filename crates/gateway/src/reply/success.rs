use contract::{ResponseType, TypeRef};
use formats::Format;
use serde::Serialize;
use service::{Body, Reply, ServiceError};

use super::Answer;
use super::conditional::apply_validators;
use super::html_page;
use crate::exchange::{Exchange, Writing};
use crate::page::add_page_headers;

/// Writes what a service answered.
///
/// # Errors
/// 500 if the value cannot be written in the format.
pub(crate) fn success<T: ResponseType>(
    reply: Reply<T>,
    exchange: &Exchange<'_>,
    has_caller: bool,
) -> Result<Answer, ServiceError> {
    let writing = exchange.writing;
    let mut answer = match reply.body {
        Body::Response(response) => write_value(&response, T::response_ref().as_ref(), writing)?,
        Body::Other { value, type_ref } => write_value(&*value, Some(&type_ref), writing)?,
        Body::Raw {
            content_type,
            bytes,
        } => Answer::with_body(200, content_type, bytes),
        Body::Nothing => Answer::empty(204),
    };
    answer.status = reply.status.unwrap_or(answer.status);
    answer.headers.extend(reply.headers);
    answer.session = reply.session;
    apply_validators(
        &mut answer,
        &reply.validators,
        exchange.verb,
        exchange.request.headers(),
        has_caller,
    );
    Ok(answer)
}

/// Writes a value in the format that was negotiated.
///
/// # Errors
/// 500 if the value cannot be written in the format.
pub(crate) fn write_value<T: Serialize + ?Sized>(
    value: &T,
    type_ref: Option<&TypeRef>,
    writing: &Writing,
) -> Result<Answer, ServiceError> {
    let response = &writing.response;
    let body = encode(value, type_ref, writing)?;
    let mut answer = Answer::with_body(200, response.content_type, body);
    if response.format == Format::Html {
        add_page_headers(&mut answer);
    }
    if response.format.is_download() {
        let disposition = format!(
            "attachment;filename=\"{}.{}\"",
            writing.operation,
            response.format.name()
        );
        answer
            .headers
            .push(("Content-Disposition".to_owned(), disposition));
    }
    Ok(answer)
}

fn encode<T: Serialize + ?Sized>(
    value: &T,
    type_ref: Option<&TypeRef>,
    writing: &Writing,
) -> Result<Vec<u8>, ServiceError> {
    // Most answers are small; growing once or twice costs less than asking for much.
    let mut body = Vec::with_capacity(256);
    let response = &writing.response;
    if response.format == Format::Html {
        return html_page::page(value, type_ref, writing);
    }
    if let Some(callback) = &response.callback {
        body.extend_from_slice(callback.as_bytes());
        body.push(b'(');
    }
    formats::encode(
        response.format,
        value,
        type_ref,
        &writing.options,
        &mut body,
    )
    .map_err(ServiceError::internal)?;
    if response.callback.is_some() {
        body.push(b')');
    }
    Ok(body)
}

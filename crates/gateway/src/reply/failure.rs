use contract::{ErrorResponse, PropertyType, ResponseStatus, ResponseType};
use formats::Format;
use service::ServiceError;

use super::reason_phrase::reason_phrase;
use super::{Answer, write_value};
use crate::exchange::Writing;
use crate::negotiation::{Preferences, for_predefined};

/// An error as an `ErrorResponse`.
pub(crate) fn failure(error: &ServiceError, writing: &Writing) -> Answer {
    log(error, writing);
    let body = ErrorResponse {
        response_status: Some(status_of(error, writing)),
    };
    let written = write_value(&body, Some(&ErrorResponse::type_ref()), writing);
    let mut answer = finish(written, error, writing);
    if writing.response.callback.is_some() {
        // A script element shows its page nothing of an answer that is not 200.
        answer.status = 200;
        answer.reason = None;
    }
    answer
}

/// An error of a service: the operation's response DTO with only its `ResponseStatus`, if it has
/// one.
pub(crate) fn typed_failure<T: ResponseType>(error: &ServiceError, writing: &Writing) -> Answer {
    let Some(body) = T::from_status(&status_of(error, writing)) else {
        return failure(error, writing);
    };
    log(error, writing);
    let written = write_value(&body, T::response_ref().as_ref(), writing);
    finish(written, error, writing)
}

fn status_of(error: &ServiceError, writing: &Writing) -> ResponseStatus {
    let mut status = error.to_response_status();
    if let Some(id) = &writing.request_id {
        status
            .meta
            .get_or_insert_default()
            .insert("RequestId".to_owned(), id.clone());
    }
    status
}

/// Status, reason and headers. An error that its format cannot carry goes out as JSON.
fn finish(
    written: Result<Answer, ServiceError>,
    error: &ServiceError,
    writing: &Writing,
) -> Answer {
    let mut answer = written.unwrap_or_else(|fault| {
        tracing::error!(%fault, cause = ?fault.cause(), "an error could not be written");
        let response = for_predefined(Format::Json, &Preferences::default());
        let in_json = Writing {
            response,
            ..writing.clone()
        };
        let body = ErrorResponse {
            response_status: Some(status_of(error, writing)),
        };
        write_value(&body, Some(&ErrorResponse::type_ref()), &in_json)
            .unwrap_or_else(|_| Answer::empty(500))
    });
    answer.status = error.status();
    answer.reason = error.static_code().or_else(|| reason_phrase(error.code()));
    answer.session = error.session().cloned().map(Box::new);
    let headers = error.headers().iter();
    answer
        .headers
        .extend(headers.map(|(name, value)| ((*name).to_owned(), value.clone())));
    answer
}

/// Once, where the error leaves: faults of ours with their cause, the caller's quietly.
fn log(error: &ServiceError, writing: &Writing) {
    let operation = writing.operation;
    let status = error.status();
    if status >= 500 {
        let cause = error.cause().map(ToString::to_string);
        tracing::error!(
            operation,
            status,
            code = error.code(),
            cause,
            "{}",
            error.message()
        );
    } else {
        tracing::debug!(
            operation,
            status,
            code = error.code(),
            "{}",
            error.message()
        );
    }
}

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use actix_web::web::Payload;
use bytes::{Bytes, BytesMut};
use futures_util::{FutureExt, StreamExt};
use service::ServiceError;

use crate::settings::HostSettings;

/// The whole body, as it was sent.
///
/// # Errors
/// 413 past the limit, 400 if it ends early, 408 if it takes too long.
pub(super) async fn whole(
    payload: Payload,
    settings: &HostSettings,
) -> Result<Bytes, ServiceError> {
    in_time(
        gather(payload, settings.max_body_bytes),
        settings.body_timeout,
    )
    .await
}

async fn gather(mut payload: Payload, limit: usize) -> Result<Bytes, ServiceError> {
    let Some(first) = payload.next().await else {
        return Ok(Bytes::new());
    };
    // Most bodies come in one piece, which then needs no copy.
    let first = first.map_err(|fault| broken(&fault))?;
    if first.len() > limit {
        return Err(too_long(limit));
    }
    let Some(second) = payload.next().await else {
        return Ok(first);
    };
    let mut body = BytesMut::from(first);
    let mut next = Some(second);
    while let Some(piece) = next {
        let piece = piece.map_err(|fault| broken(&fault))?;
        if body.len() + piece.len() > limit {
            return Err(too_long(limit));
        }
        body.extend_from_slice(&piece);
        next = payload.next().await;
    }
    Ok(body.freeze())
}

/// Lets `reading` take no longer than that.
///
/// # Errors
/// Its own; 408 when the time is over.
pub(super) async fn in_time<T>(
    reading: impl Future<Output = Result<T, ServiceError>>,
    most: Duration,
) -> Result<T, ServiceError> {
    let mut reading = pin!(reading);
    // What is there already needs no timer, nor room for one.
    if let Some(read) = reading.as_mut().now_or_never() {
        return read;
    }
    let timed = Box::pin(actix_web::rt::time::timeout(most, reading)).await;
    timed.unwrap_or_else(|_| {
        let message = "the body took too long to arrive";
        Err(ServiceError::new("RequestTimeout", message))
    })
}

/// 413 that says how long a body may be.
pub(super) fn too_long(limit: usize) -> ServiceError {
    let message = format!("a body may have {limit} bytes at most");
    ServiceError::new("RequestEntityTooLarge", message)
}

/// 400 for a body that broke off.
pub(super) fn broken(fault: &actix_web::error::PayloadError) -> ServiceError {
    let message = format!("the body could not be read: {fault}");
    ServiceError::new("BadRequest", message)
}

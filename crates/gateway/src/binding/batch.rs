use contract::Dto;
use formats::{Format, first_misfit};
use service::ServiceError;

use super::bind_error::{BadMember, unable_to_bind, unreadable};
use super::body::RequestBody;
use super::request::Source;
use crate::batch::INDEX;

/// Binds a list of requests.
///
/// # Errors
/// 400 `SerializationException`: the body is no list, or a value does not fit, which the error
/// tells by its name and the place of its request; 400 `ArgumentException`: more than `max`.
pub(crate) fn bind_batch<T: Dto>(source: &Source<'_>, max: usize) -> Result<Vec<T>, ServiceError> {
    let (format, bytes) = match source.body {
        RequestBody::Encoded(format, bytes) => (*format, bytes),
        RequestBody::Empty => return Ok(Vec::new()),
        RequestBody::Form(_) => {
            let message = format!(
                "a form cannot hold the list of requests that '{}[]' takes",
                T::NAME
            );
            return Err(ServiceError::new("SerializationException", message));
        }
    };
    let list = formats::decode_list(format, bytes, max).map_err(|fault| {
        misfit::<T>(format, bytes)
            .unwrap_or_else(|| unreadable(&format!("{}[]", T::NAME), format, &fault))
    })?;
    if list.count > max {
        let count = list.count;
        let message = format!("a batch takes at most {max} requests; this one has {count}");
        return Err(ServiceError::new("ArgumentException", message));
    }
    Ok(list.items)
}

/// The error for a request of the list that does not fit.
fn misfit<T: Dto>(format: Format, bytes: &[u8]) -> Option<ServiceError> {
    let misfit = first_misfit::<T>(format, bytes)?;
    let bad = misfit.member.iter().map(|name| BadMember::new(name, None));
    let error = unable_to_bind(T::NAME, bad.collect());
    Some(error.with_meta(INDEX, misfit.item.to_string()))
}

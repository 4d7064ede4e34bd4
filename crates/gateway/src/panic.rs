use std::any::Any;

use service::ServiceError;

/// 500 for a panic of `who`: its words are for the log alone.
pub(crate) fn panicked(who: &str, panic: &(dyn Any + Send)) -> ServiceError {
    let words = panic.downcast_ref::<&str>().copied();
    let words = words.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    let words = words.unwrap_or("a panic without words");
    ServiceError::internal(format!("{who} panicked: {words}"))
}

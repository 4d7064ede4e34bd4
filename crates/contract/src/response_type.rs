use serde::Serialize;

use crate::{DateTime, Decimal, Dto, Guid, Map, PropertyType, ResponseStatus, TimeSpan, TypeRef};

/// What an operation answers with: a DTO, a list or dictionary, a scalar, or nothing (`()`).
pub trait ResponseType: Serialize + Send + Sync + Sized + 'static {
    /// How .NET refers to it; `None` for nothing.
    fn response_ref() -> Option<TypeRef>;

    /// An instance that carries only `status`, if the type has a `ResponseStatus` member: the
    /// body of an error that the service raised.
    fn from_status(_status: &ResponseStatus) -> Option<Self> {
        None
    }

    /// Whether there is nothing to send, so that the host answers 204.
    fn is_nothing(&self) -> bool {
        false
    }
}

impl ResponseType for () {
    fn response_ref() -> Option<TypeRef> {
        None
    }

    fn is_nothing(&self) -> bool {
        true
    }
}

impl<T: Dto> ResponseType for T {
    fn response_ref() -> Option<TypeRef> {
        Some(T::type_ref())
    }

    fn from_status(status: &ResponseStatus) -> Option<Self> {
        let mut response = T::default();
        response.set_response_status(status).then_some(response)
    }
}

/// Answers that are no classes of their own.
macro_rules! plain_responses {
    ($($type:ty),*) => {$(
        impl ResponseType for $type {
            fn response_ref() -> Option<TypeRef> {
                Some(<$type as PropertyType>::type_ref())
            }
        }
    )*};
}

plain_responses!(
    bool, i32, i64, f64, String, Decimal, DateTime, TimeSpan, Guid
);

impl<T: PropertyType> ResponseType for Vec<T> {
    fn response_ref() -> Option<TypeRef> {
        Some(Self::type_ref())
    }
}

impl<V: PropertyType> ResponseType for Map<String, V> {
    fn response_ref() -> Option<TypeRef> {
        Some(Self::type_ref())
    }
}

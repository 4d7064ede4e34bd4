use std::fmt;
use std::time::Duration;

use contract::{ResponseType, TypeRef};

use crate::{SessionChange, Validators};

/// A response of another type than the operation states, as a type-erased value.
pub type ErasedBody = Box<dyn erased_serde::Serialize + Send + Sync>;

/// What is sent.
pub enum Body<T> {
    /// The response that the operation states.
    Response(T),
    /// A value of another type, written in the format that the client asked for.
    Other {
        /// The value.
        value: ErasedBody,
        /// Its type, for the formats that write it.
        type_ref: TypeRef,
    },
    /// A text or bytes of a media type of its own, sent as they are.
    Raw {
        /// The media type.
        content_type: String,
        /// What is sent.
        bytes: Vec<u8>,
    },
    /// Nothing: 204 unless a status is stated.
    Nothing,
}

/// What a service answers: a body, and what goes with it.
#[derive(Debug)]
pub struct Reply<T> {
    /// What is sent.
    pub body: Body<T>,
    /// Another status than 200 (or 204 for nothing).
    pub status: Option<u16>,
    /// Further headers.
    pub headers: Vec<(String, String)>,
    /// What the client is to do with its session cookies.
    /// Boxed, as few answers have one and every layer moves them all.
    pub session: Option<Box<SessionChange>>,
    /// What tells this state of the resource from others.
    pub validators: Validators,
}

impl<T> Reply<T> {
    fn of(body: Body<T>) -> Self {
        Self {
            body,
            status: None,
            headers: Vec::new(),
            session: None,
            validators: Validators::default(),
        }
    }

    /// Nothing.
    pub fn nothing() -> Self {
        Self::of(Body::Nothing)
    }

    /// A text or bytes of the given media type.
    pub fn raw(content_type: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self::of(Body::Raw {
            content_type: content_type.into(),
            bytes: bytes.into(),
        })
    }

    /// A value of another type than the operation states.
    pub fn other<U: ResponseType>(value: U) -> Self {
        match U::response_ref() {
            Some(type_ref) => Self::of(Body::Other {
                value: Box::new(value),
                type_ref,
            }),
            None => Self::nothing(),
        }
    }

    /// The same with that status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// The same with one more header.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same with an entity tag, without quotes: a client that has this state already gets 304.
    #[must_use]
    pub fn with_etag(mut self, etag: impl Into<String>) -> Self {
        self.validators.etag = Some(etag.into());
        self
    }

    /// The same with the time of the last change, since 1970-01-01T00:00:00Z: a client that has
    /// this state already gets 304.
    #[must_use]
    pub fn with_last_modified(mut self, changed: Duration) -> Self {
        self.validators.last_modified = Some(changed);
        self
    }

    /// The same with what the client is to do with its session.
    #[must_use]
    pub fn with_session(mut self, session: SessionChange) -> Self {
        self.session = Some(Box::new(session));
        self
    }
}

impl<T: ResponseType> From<T> for Reply<T> {
    fn from(response: T) -> Self {
        if response.is_nothing() {
            Self::nothing()
        } else {
            Self::of(Body::Response(response))
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Body<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Response(response) => f.debug_tuple("Response").field(response).finish(),
            Self::Other { type_ref, .. } => f.debug_tuple("Other").field(type_ref).finish(),
            Self::Raw { content_type, .. } => f.debug_tuple("Raw").field(content_type).finish(),
            Self::Nothing => f.write_str("Nothing"),
        }
    }
}

use std::borrow::Cow;

use events::Subscription;
use service::SessionChange;

use crate::session::{set_cookies, token_cookies_named};

/// What is sent, apart from the headers that every answer has.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Another reason phrase than the status's own.
    pub(crate) reason: Option<&'static str>,
    pub(crate) content_type: Option<Cow<'static, str>>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    /// What is sent instead of the body, as it comes.
    pub(crate) stream: Option<Subscription>,
    /// A session change that has not become cookies yet.
    pub(crate) session: Option<Box<SessionChange>>,
}

impl Answer {
    /// A body of that type.
    pub(crate) fn with_body(
        status: u16,
        content_type: impl Into<Cow<'static, str>>,
        body: Vec<u8>,
    ) -> Self {
        Self {
            content_type: Some(content_type.into()),
            body,
            ..Self::empty(status)
        }
    }

    /// Events as they come.
    pub(crate) fn of_stream(stream: Subscription) -> Self {
        Self {
            content_type: Some(Cow::Borrowed("text/event-stream")),
            stream: Some(stream),
            ..Self::empty(200)
        }
    }

    /// Only a status.
    pub(crate) const fn empty(status: u16) -> Self {
        Self {
            status,
            reason: None,
            content_type: None,
            headers: Vec::new(),
            body: Vec::new(),
            stream: None,
            session: None,
        }
    }

    /// Adds a header.
    pub(crate) fn add_header(&mut self, name: &str, value: String) {
        self.headers.push((name.to_owned(), value));
    }

    /// Whether there is a header of that name, in any case.
    pub(crate) fn has_header(&self, name: &str) -> bool {
        self.headers
            .iter()
            .any(|(own, _)| own.eq_ignore_ascii_case(name))
    }

    /// Adds the cookies that tell a client of `change`.
    pub(crate) fn set_session(&mut self, change: &SessionChange, is_secure: bool) {
        let cookies = set_cookies(change, is_secure).into_iter();
        self.headers
            .extend(cookies.map(|cookie| ("Set-Cookie".to_owned(), cookie)));
        if let Some(named) = token_cookies_named(change) {
            self.add_header("X-Cookies", named.to_owned());
        }
        // An answer that carries a session is nobody else's; its service may have said so too.
        let own = ("Cache-Control".to_owned(), "no-store".to_owned());
        if !self.headers.contains(&own) {
            self.headers.push(own);
        }
    }
}

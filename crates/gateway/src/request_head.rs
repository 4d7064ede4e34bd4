use std::borrow::Cow;

use actix_web::HttpRequest;
use actix_web::http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName};
use contract::Verb;
use formats::{ContentType, Format};
use service::ServiceError;

use crate::binding::{Pairs, RequestBody, first_value, pairs};
use crate::forwarding::{is_client_secure, is_forwarded};
use crate::negotiation::Preferences;
use crate::routing::RequestPath;
use crate::settings::HostSettings;

static METHOD_OVERRIDE: HeaderName = HeaderName::from_static("x-http-method-override");

/// What a request says before its body.
#[derive(Debug)]
pub(crate) struct RequestHead<'a> {
    pub(crate) path: RequestPath<'a>,
    pub(crate) raw_path: &'a str,
    pub(crate) query: Pairs<'a>,
    raw_query: &'a str,
    accept: Option<Cow<'a, str>>,
    pub(crate) headers: &'a HeaderMap,
    /// The method as sent; `None` for one that no operation has.
    pub(crate) method: Option<Verb>,
    /// Whether a proxy that is believed tells for whom it asks.
    pub(crate) is_proxied: bool,
}

impl<'a> RequestHead<'a> {
    /// Takes the head apart.
    ///
    /// # Errors
    /// 414 or 431 if it is too long, 400 if path or query do not decode to UTF-8.
    pub(crate) fn parse(
        request: &'a HttpRequest,
        settings: &HostSettings,
    ) -> Result<Self, ServiceError> {
        check_length(request, settings)?;
        let raw_path = request.uri().path();
        let path = RequestPath::parse(raw_path)
            .ok_or_else(|| ServiceError::new("BadRequest", "the path is not UTF-8"))?;
        let raw_query = request.uri().query().unwrap_or_default();
        Ok(Self {
            path,
            raw_path,
            query: pairs(raw_query)?,
            raw_query,
            accept: joined(request.headers(), &ACCEPT),
            headers: request.headers(),
            method: Verb::parse(request.method().as_str()),
            is_proxied: is_forwarded(request.headers())
                && request
                    .peer_addr()
                    .is_some_and(|peer| settings.trusted_proxies.include(peer.ip())),
        })
    }

    /// Path and query as they were sent.
    pub(crate) fn location(&self) -> String {
        match self.raw_query {
            "" => self.raw_path.to_owned(),
            query => format!("{}?{query}", self.raw_path),
        }
    }

    /// A header as text; `None` if it is missing or no text.
    pub(crate) fn header(&self, name: &HeaderName) -> Option<&'a str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub(crate) fn content_type(&self) -> Option<&'a str> {
        self.header(&CONTENT_TYPE)
    }

    /// Whether the client speaks TLS.
    pub(crate) fn is_secure(&self, request: &HttpRequest) -> bool {
        is_client_secure(request, self.is_proxied)
    }

    /// The verb that counts: `X-Http-Method-Override` in the headers or the query, else the
    /// method. The query of a GET states none: a link on a page elsewhere would change something
    /// with the cookies of whoever follows it.
    pub(crate) fn verb(&self) -> Option<Verb> {
        let is_link = matches!(self.method, Some(Verb::Get | Verb::Head));
        let in_query = || first_value(&self.query, METHOD_OVERRIDE.as_str()).filter(|_| !is_link);
        let stated = self.header(&METHOD_OVERRIDE).or_else(in_query);
        stated.and_then(Verb::parse).or(self.method)
    }

    /// Whether the body is a form, whose fields may state a verb.
    pub(crate) fn is_posted_form(&self) -> bool {
        self.method == Some(Verb::Post) && self.body_format() == Some(Format::Form)
    }

    /// Whether the body is a form that may hold files.
    pub(crate) fn is_multipart(&self) -> bool {
        self.body_format() == Some(Format::Multipart)
    }

    /// The format that `Content-Type` names, if it is one of ours.
    pub(crate) fn body_format(&self) -> Option<Format> {
        ContentType::parse(self.content_type()?)?.format()
    }

    /// The verb that a form field states: `X-Http-Method-Override`.
    pub(crate) fn verb_of_form(&self, body: &RequestBody) -> Option<Verb> {
        match body {
            RequestBody::Form(fields) => {
                first_value(fields, METHOD_OVERRIDE.as_str()).and_then(Verb::parse)
            }
            RequestBody::Empty | RequestBody::Encoded(..) => None,
        }
    }

    pub(crate) fn preferences(&self) -> Preferences<'_> {
        Preferences {
            format: first_value(&self.query, "format"),
            callback: first_value(&self.query, "callback"),
            accept: self.accept.as_deref(),
            content_type: self.content_type(),
        }
    }
}

/// A list header, whose lines are one list (RFC 9110 section 5.3).
fn joined<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<Cow<'a, str>> {
    let mut lines = headers.get_all(name).filter_map(|line| line.to_str().ok());
    let first = lines.next()?;
    let joined = lines.fold(Cow::Borrowed(first), |list, line| {
        Cow::Owned(format!("{list},{line}"))
    });
    Some(joined)
}

/// RFC 9110 sections 15.5.15 and RFC 6585 section 5.
fn check_length(request: &HttpRequest, settings: &HostSettings) -> Result<(), ServiceError> {
    let uri = request.uri();
    let url = uri.path().len() + uri.query().map_or(0, |query| query.len() + 1);
    let most = settings.max_url_bytes;
    if url > most {
        let message = format!("a URL may have {most} bytes at most");
        return Err(ServiceError::new("RequestUriTooLong", message));
    }
    let headers = request.headers().iter();
    let length: usize = headers
        .map(|(name, value)| name.as_str().len() + value.len())
        .sum();
    let most = settings.max_header_bytes;
    if length > most {
        let message = format!("headers may have {most} bytes at most");
        return Err(ServiceError::new("RequestHeaderFieldsTooLarge", message));
    }
    Ok(())
}

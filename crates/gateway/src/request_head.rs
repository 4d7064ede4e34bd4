use actix_web::HttpRequest;
use actix_web::http::header::{ACCEPT, CONTENT_TYPE, FORWARDED, HeaderMap, HeaderName};
use contract::Verb;
use service::ServiceError;

use crate::binding::{Pairs, first_value, pairs};
use crate::negotiation::Preferences;
use crate::routing::RequestPath;

const METHOD_OVERRIDE: &str = "x-http-method-override";

/// What a request says before its body.
#[derive(Debug)]
pub(crate) struct RequestHead<'a> {
    pub(crate) path: RequestPath<'a>,
    pub(crate) raw_path: &'a str,
    pub(crate) query: Pairs<'a>,
    raw_query: &'a str,
    pub(crate) headers: &'a HeaderMap,
    /// The method as sent; `None` for one that no operation has.
    pub(crate) method: Option<Verb>,
}

impl<'a> RequestHead<'a> {
    /// Takes the head apart.
    ///
    /// # Errors
    /// 400 if path or query do not decode to UTF-8.
    pub(crate) fn parse(request: &'a HttpRequest) -> Result<Self, ServiceError> {
        let raw_path = request.uri().path();
        let path = RequestPath::parse(raw_path)
            .ok_or_else(|| ServiceError::new("BadRequest", "the path is not UTF-8"))?;
        let raw_query = request.uri().query().unwrap_or_default();
        Ok(Self {
            path,
            raw_path,
            query: pairs(raw_query)?,
            raw_query,
            headers: request.headers(),
            method: Verb::parse(request.method().as_str()),
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
    pub(crate) fn header(&self, name: impl TryInto<HeaderName>) -> Option<&'a str> {
        let name = name.try_into().ok()?;
        self.headers.get(name)?.to_str().ok()
    }

    pub(crate) fn content_type(&self) -> Option<&'a str> {
        self.header(CONTENT_TYPE)
    }

    /// Whether the client speaks TLS, by what a proxy in front says.
    pub(crate) fn is_secure(&self, request: &HttpRequest) -> bool {
        let by_proxy = [FORWARDED, HeaderName::from_static("x-forwarded-proto")];
        if by_proxy.iter().any(|name| self.headers.contains_key(name)) {
            // Reads both headers, and makes texts of what it finds.
            return request.connection_info().scheme() == "https";
        }
        request.app_config().secure()
    }

    /// The verb that counts: `X-Http-Method-Override` in the headers or the query, else the
    /// method.
    pub(crate) fn verb(&self) -> Option<Verb> {
        let stated = self
            .header(METHOD_OVERRIDE)
            .or_else(|| first_value(&self.query, METHOD_OVERRIDE));
        stated.and_then(Verb::parse).or(self.method)
    }

    /// The verb that a form field overrides with, which only a POST can carry.
    pub(crate) fn verb_of_form(&self, fields: &Pairs<'_>) -> Option<Verb> {
        first_value(fields, METHOD_OVERRIDE).and_then(Verb::parse)
    }

    pub(crate) fn preferences(&self) -> Preferences<'_> {
        Preferences {
            format: first_value(&self.query, "format"),
            callback: first_value(&self.query, "callback"),
            accept: self.header(ACCEPT),
            content_type: self.content_type(),
        }
    }
}

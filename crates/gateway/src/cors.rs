use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, HeaderMap,
    HeaderName, HeaderValue, ORIGIN, VARY,
};

use crate::settings::CorsSettings;

/// The CORS headers of a host's answers, made once. ServiceStack sends them on every answer;
/// credentials are only ever allowed to an origin that is listed, never together with `*`.
#[derive(Debug)]
pub(crate) struct Cors {
    allows_any: bool,
    /// Origins that may call, where not any may.
    listed: Vec<HeaderValue>,
    allows_credentials: bool,
    /// What an origin that may call is told, beside its name.
    terms: Vec<(HeaderName, HeaderValue)>,
}

impl Cors {
    /// A value that is no header's is left out and logged, never a reason to fail.
    pub(crate) fn new(settings: &CorsSettings) -> Self {
        let max_age = settings.max_age_seconds.to_string();
        let stated = [
            (ACCESS_CONTROL_ALLOW_METHODS, &settings.allowed_methods),
            (ACCESS_CONTROL_ALLOW_HEADERS, &settings.allowed_headers),
            (ACCESS_CONTROL_EXPOSE_HEADERS, &settings.exposed_headers),
            (ACCESS_CONTROL_MAX_AGE, &max_age),
        ];
        let exposes = !settings.exposed_headers.is_empty();
        let stated = stated
            .into_iter()
            .filter(|(name, _)| exposes || *name != ACCESS_CONTROL_EXPOSE_HEADERS);
        let terms = stated.filter_map(|(name, text)| Some((name, value(text)?)));
        let listed = settings.allowed_origins.iter();
        Self {
            // By the setting, not by what is left of it: a fault lets nobody in.
            allows_any: settings.allowed_origins.is_empty(),
            listed: listed.filter_map(|origin| value(origin)).collect(),
            allows_credentials: settings.allow_credentials,
            terms: terms.collect(),
        }
    }

    /// Adds the headers for the caller who sent `request`.
    pub(crate) fn add_to(&self, headers: &mut HeaderMap, request: &HeaderMap) {
        const ANY: HeaderValue = HeaderValue::from_static("*");
        if self.allows_any {
            headers.append(ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        } else {
            headers.append(VARY, HeaderValue::from_static("Origin"));
            let origin = request.get(&ORIGIN);
            let Some(origin) = origin.filter(|origin| self.listed.contains(origin)) else {
                return;
            };
            headers.append(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
            if self.allows_credentials {
                let yes = HeaderValue::from_static("true");
                headers.append(ACCESS_CONTROL_ALLOW_CREDENTIALS, yes);
            }
        }
        for (name, value) in &self.terms {
            headers.append(name.clone(), value.clone());
        }
    }
}

fn value(text: &str) -> Option<HeaderValue> {
    let value = HeaderValue::try_from(text);
    value
        .inspect_err(|_| tracing::error!(text, "a CORS setting is no header value"))
        .ok()
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{
        ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_ORIGIN, HeaderMap, HeaderValue,
        ORIGIN,
    };

    use super::{Cors, CorsSettings};

    fn headers(settings: &CorsSettings, origin: &'static str) -> HeaderMap {
        let (mut request, mut headers) = (HeaderMap::new(), HeaderMap::new());
        request.insert(ORIGIN, HeaderValue::from_static(origin));
        Cors::new(settings).add_to(&mut headers, &request);
        headers
    }

    #[test]
    fn credentials_never_go_with_a_wildcard() {
        let cors = CorsSettings {
            allow_credentials: true,
            ..CorsSettings::default()
        };
        let headers = headers(&cors, "https://a");
        assert_eq!(headers.get(ACCESS_CONTROL_ALLOW_ORIGIN).unwrap(), "*");
        assert!(!headers.contains_key(ACCESS_CONTROL_ALLOW_CREDENTIALS));
    }

    #[test]
    fn a_list_without_a_usable_origin_lets_nobody_in() {
        let cors = CorsSettings {
            allowed_origins: vec!["https://a\n".to_owned()],
            ..CorsSettings::default()
        };
        assert!(!headers(&cors, "https://a").contains_key(ACCESS_CONTROL_ALLOW_ORIGIN));
    }

    #[test]
    fn only_a_listed_origin_is_let_in() {
        let cors = CorsSettings {
            allowed_origins: vec!["https://a".to_owned()],
            allow_credentials: true,
            ..CorsSettings::default()
        };
        let listed = headers(&cors, "https://a");
        assert_eq!(
            listed.get(ACCESS_CONTROL_ALLOW_ORIGIN).unwrap(),
            "https://a"
        );
        assert_eq!(
            listed.get(ACCESS_CONTROL_ALLOW_CREDENTIALS).unwrap(),
            "true"
        );
        let other = headers(&cors, "https://b");
        assert_eq!(other.len(), 1, "{other:?}");
        assert!(other.contains_key("vary"));
    }
}

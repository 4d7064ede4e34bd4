use crate::settings::CorsSettings;

/// The CORS headers of an answer. ServiceStack sends them on every answer; credentials are only
/// ever allowed to an origin that is listed, never together with `*`.
pub(crate) fn cors_headers(cors: &CorsSettings, origin: Option<&str>) -> Vec<(&'static str, String)> {
    let mut headers = Vec::new();
    if cors.allowed_origins.is_empty() {
        headers.push(("Access-Control-Allow-Origin", "*".to_owned()));
    } else {
        headers.push(("Vary", "Origin".to_owned()));
        let listed = origin.filter(|origin| cors.allowed_origins.iter().any(|own| own == origin));
        let Some(origin) = listed else { return headers };
        headers.push(("Access-Control-Allow-Origin", origin.to_owned()));
        if cors.allow_credentials {
            headers.push(("Access-Control-Allow-Credentials", "true".to_owned()));
        }
    }
    headers.push(("Access-Control-Allow-Methods", cors.allowed_methods.clone()));
    headers.push(("Access-Control-Allow-Headers", cors.allowed_headers.clone()));
    if !cors.exposed_headers.is_empty() {
        headers.push(("Access-Control-Expose-Headers", cors.exposed_headers.clone()));
    }
    headers.push(("Access-Control-Max-Age", cors.max_age_seconds.to_string()));
    headers
}

#[cfg(test)]
mod tests {
    use super::{CorsSettings, cors_headers};

    #[test]
    fn credentials_never_go_with_a_wildcard() {
        let cors = CorsSettings { allow_credentials: true, ..CorsSettings::default() };
        let headers = cors_headers(&cors, Some("https://a"));
        assert!(headers.contains(&("Access-Control-Allow-Origin", "*".to_owned())));
        assert!(!headers.iter().any(|(name, _)| name.contains("Credentials")));
    }

    #[test]
    fn only_a_listed_origin_is_let_in() {
        let cors = CorsSettings {
            allowed_origins: vec!["https://a".to_owned()],
            allow_credentials: true,
            ..CorsSettings::default()
        };
        let headers = cors_headers(&cors, Some("https://a"));
        assert!(headers.contains(&("Access-Control-Allow-Credentials", "true".to_owned())));
        assert_eq!(cors_headers(&cors, Some("https://b")), [("Vary", "Origin".to_owned())]);
    }
}

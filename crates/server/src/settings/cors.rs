//! `[cors]`

use super::section::Section;

/// Which browsers of other origins replies let in.
#[derive(Debug, Clone)]
pub struct CorsSettings {
    /// `enabled`: whether there are CORS headers at all. Default false.
    pub enabled: bool,
    /// `origins`: the origins that may call; none stands for `*`, any. Default `*`.
    pub origins: Vec<String>,
    /// `methods`: `Access-Control-Allow-Methods`.
    pub methods: String,
    /// `headers`: `Access-Control-Allow-Headers`. Default `Content-Type`.
    pub headers: String,
    /// `exposed_headers`: `Access-Control-Expose-Headers`. Default none.
    pub exposed_headers: String,
    /// `credentials`: whether cookies may come along, which needs a list of origins. Default false.
    pub credentials: bool,
    /// `max_age_seconds`: `Access-Control-Max-Age`. Default 600.
    pub max_age_seconds: u32,
}

impl CorsSettings {
    pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Self> {
        let enabled = section.boolean("enabled");
        let origins = section.parsed("origins", parse_origins);
        let methods = section.parsed("methods", names);
        let headers = section.parsed("headers", names);
        let exposed_headers = section.parsed("exposed_headers", names);
        let credentials = section.boolean("credentials");
        let max_age_seconds = section.integer("max_age_seconds", 0..=86_400);
        if credentials == Some(true) && origins.as_ref().is_some_and(Vec::is_empty) {
            let message = "needs a list in cors.origins: browsers refuse cookies for every origin";
            section.fault("credentials", message.to_owned());
        }
        Some(Self {
            enabled: enabled?,
            origins: origins?,
            methods: methods?,
            headers: headers?,
            exposed_headers: exposed_headers?,
            credentials: credentials?,
            max_age_seconds: max_age_seconds?,
        })
    }

    /// As the host takes them; `None` if there are to be no CORS headers.
    pub fn for_host(&self) -> Option<gateway::CorsSettings> {
        self.enabled.then(|| gateway::CorsSettings {
            allowed_origins: self.origins.clone(),
            allowed_methods: self.methods.clone(),
            allowed_headers: self.headers.clone(),
            exposed_headers: self.exposed_headers.clone(),
            allow_credentials: self.credentials,
            max_age_seconds: self.max_age_seconds,
        })
    }
}

/// `*`, or origins as browsers send them (RFC 6454 section 7): scheme and host, no path.
fn parse_origins(text: &str) -> Result<Vec<String>, String> {
    if text.trim() == "*" {
        return Ok(Vec::new());
    }
    let origins: Vec<&str> = text.split(',').map(str::trim).collect();
    for origin in &origins {
        let host = origin.split_once("://").map_or("", |(_, host)| host);
        if host.is_empty() || host.contains(['/', '*', ' ']) {
            return Err(format!(
                "has \"{origin}\"; expected \"*\" or origins such as https://app.example.org"
            ));
        }
    }
    Ok(origins.into_iter().map(ToOwned::to_owned).collect())
}

/// Names that a header can list.
fn names(text: &str) -> Result<String, String> {
    let is_listed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ',' | ' ' | '*');
    match text.chars().find(|c| !is_listed(*c)) {
        None => Ok(text.to_owned()),
        Some(found) => Err(format!(
            "holds {found:?}; expected names with commas between"
        )),
    }
}

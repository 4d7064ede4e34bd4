//! `[metadata]`

use gateway::DescriptionSettings;

use super::section::Section;

/// What the gateway tells of itself, each with its paths.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each has its own switch, as in the file"
)]
pub struct MetadataSettings {
    /// `base_url`: the address that clients reach the gateway by. Default empty: the one that each request names.
    pub base_url: Option<String>,
    /// `pages`: `/metadata`, `/{format}/metadata`, `/operations/metadata`, `/metadata/app`. Default true.
    pub pages: bool,
    /// `native_types`: `/types` and all below it. Default true.
    pub native_types: bool,
    /// `openapi`: `/openapi.json` and `/swagger-ui`. Default true.
    pub openapi: bool,
    /// `postman`: `/postman`. Default true.
    pub postman: bool,
    /// `ui`: `/ui`, the API explorer. Default true.
    pub ui: bool,
}

impl MetadataSettings {
    pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Self> {
        let base_url = section.parsed("base_url", base_url);
        let pages = section.boolean("pages");
        let native_types = section.boolean("native_types");
        let openapi = section.boolean("openapi");
        let postman = section.boolean("postman");
        let ui = section.boolean("ui");
        Some(Self {
            base_url: base_url?,
            pages: pages?,
            native_types: native_types?,
            openapi: openapi?,
            postman: postman?,
            ui: ui?,
        })
    }

    /// The same for the host.
    pub fn description(&self) -> DescriptionSettings {
        DescriptionSettings {
            base_url: self.base_url.clone(),
            metadata: self.pages,
            native_types: self.native_types,
            openapi: self.openapi,
            postman: self.postman,
            ui: self.ui,
        }
    }
}

/// Nothing, or an address without a slash at its end.
fn base_url(text: &str) -> Result<Option<String>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let address = text.trim_end_matches('/');
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    let is_written = |c: char| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '"' | '<' | '>');
    match rest {
        Some(rest) if !rest.is_empty() && rest.chars().all(is_written) => {
            Ok(Some(address.to_owned()))
        }
        _ => Err(format!(
            "is \"{text}\"; expected nothing or an address such as https://api.example.com"
        )),
    }
}

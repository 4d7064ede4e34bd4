//! `[api_keys]`

use super::section::Section;

/// API keys, of which there are as many as `foundry-gateway api-keys add` has made.
#[derive(Debug, Clone)]
pub struct ApiKeySettings {
    /// `require_secure_connection`: whether a key that comes by a plain connection is refused. Default true.
    pub require_secure_connection: bool,
}

impl ApiKeySettings {
    pub(super) fn read(section: &mut Section<'_, '_>) -> Option<Self> {
        let require_secure_connection = section.boolean("require_secure_connection");
        Some(Self {
            require_secure_connection: require_secure_connection?,
        })
    }
}

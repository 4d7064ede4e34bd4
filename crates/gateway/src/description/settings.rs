/// What a host tells of itself, and under which address.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each tool has its own switch"
)]
pub struct DescriptionSettings {
    /// The address that clients reach the host by, without a slash at its end; `None` for the one
    /// that each request names.
    pub base_url: Option<String>,
    /// `/metadata`, `/{format}/metadata`, `/operations/metadata`, `/metadata/app`.
    pub metadata: bool,
    /// `/types` and all below it.
    pub native_types: bool,
    /// `/openapi.json` and its reader.
    pub openapi: bool,
    /// `/postman`.
    pub postman: bool,
    /// `/ui`, the API explorer.
    pub ui: bool,
}

impl Default for DescriptionSettings {
    /// All of them, as a ServiceStack host does.
    fn default() -> Self {
        Self {
            base_url: None,
            metadata: true,
            native_types: true,
            openapi: true,
            postman: true,
            ui: true,
        }
    }
}

use std::time::Duration;

/// What tells one state of a resource from another (RFC 9110 section 8.8). A service that states
/// them spares clients the transfer of what they have already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validators {
    /// The entity tag, without quotes.
    pub etag: Option<String>,
    /// When the resource last changed, since 1970-01-01T00:00:00Z; whole seconds count.
    pub last_modified: Option<Duration>,
}

impl Validators {
    /// Whether the service states none.
    pub const fn is_empty(&self) -> bool {
        self.etag.is_none() && self.last_modified.is_none()
    }
}

/// A way to sign in, as user interfaces offer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuthProvider {
    /// The name that `/auth/{Provider}` takes: `credentials`.
    pub name: &'static str,
    /// What people read.
    pub label: &'static str,
    /// What sort of form it needs, as ServiceStack calls it: `credentials`, `Basic`, `Bearer`.
    pub kind: &'static str,
}

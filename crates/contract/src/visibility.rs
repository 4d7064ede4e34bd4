/// Who finds an operation in metadata pages, native types and every other description.
///
/// A caller needs to meet each part. [`Access`](crate::Access) says who may call the operation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Visibility {
    /// Whether nobody does: ServiceStack's `[ExcludeMetadata]`.
    pub excluded: bool,
    /// Whether only the host's own network does, which then is also the only one that may call
    /// it: ServiceStack's `[Restrict(InternalOnly = true)]`.
    pub internal_only: bool,
    /// Roles of which a caller needs one; empty if none is needed.
    pub roles: &'static [&'static str],
}

impl Visibility {
    /// Whether everybody finds it.
    pub const fn is_unrestricted(&self) -> bool {
        !self.excluded && !self.internal_only && self.roles.is_empty()
    }

    /// Whether a caller finds it, who stands in the host's own network or not and has the roles
    /// that `has_role` says.
    pub fn admits(&self, is_internal: bool, has_role: impl Fn(&str) -> bool) -> bool {
        !self.excluded
            && (is_internal || !self.internal_only)
            && (self.roles.is_empty() || self.roles.iter().any(|role| has_role(role)))
    }
}

#[cfg(test)]
mod tests {
    use super::Visibility;

    #[test]
    fn every_part_has_to_be_met() {
        let everybody = Visibility::default();
        assert!(everybody.is_unrestricted() && everybody.admits(false, |_| false));
        let excluded = Visibility {
            excluded: true,
            ..everybody
        };
        assert!(!excluded.admits(true, |_| true));
        let of_admins_here = Visibility {
            internal_only: true,
            roles: &["Admin"],
            ..everybody
        };
        assert!(!of_admins_here.is_unrestricted());
        assert!(of_admins_here.admits(true, |role| role == "Admin"));
        assert!(!of_admins_here.admits(false, |_| true));
        assert!(!of_admins_here.admits(true, |role| role == "Editor"));
    }
}

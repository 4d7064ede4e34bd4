use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use super::{InvalidScalar, scalar_name, wire_scalar};

/// .NET's `Guid`; all zeros when never set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Guid(pub Uuid);

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for Guid {
    type Err = InvalidScalar;

    /// .NET's formats `N`, `D`, `B` and `P`, in any case, blanks around them ignored.
    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let text = text.trim();
        let bare = text
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'))
            .unwrap_or(text);
        // The crate also reads `urn:uuid:…`, which .NET does not.
        let known = !bare.starts_with(['u', 'U']);
        let parsed = known.then(|| Uuid::try_parse(bare).ok()).flatten();
        parsed.map(Self).ok_or(InvalidScalar::new("Guid"))
    }
}

wire_scalar!(Guid, scalar_name::GUID, "Guid", value_type = true);

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;
use uuid::fmt::Hyphenated;

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
            .filter(|rest| rest.len() == Hyphenated::LENGTH)
            .unwrap_or(text);
        // The crate also reads `urn:uuid:…`, which .NET does not.
        let known = !bare.starts_with(['u', 'U']);
        let parsed = known.then(|| Uuid::try_parse(bare).ok()).flatten();
        parsed.map(Self).ok_or(InvalidScalar::new("Guid"))
    }
}

wire_scalar!(Guid, scalar_name::GUID, "Guid", value_type = true);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "7da74353a40c468e93aa7ff51f4f0e84";

    #[test]
    fn every_spelling_is_read_and_one_is_written() {
        for text in [
            TEXT,
            "7DA74353A40C468E93AA7FF51F4F0E84",
            "7da74353-a40c-468e-93aa-7ff51f4f0e84",
            "7da74353-A40C-468e-93aa-7ff51f4f0e84",
            "{7da74353-a40c-468e-93aa-7ff51f4f0e84}",
            "(7da74353-a40c-468e-93aa-7ff51f4f0e84)",
            " 7da74353a40c468e93aa7ff51f4f0e84 ",
        ] {
            let guid = text.parse::<Guid>().map(|guid| guid.to_string());
            assert_eq!(guid.as_deref(), Ok(TEXT), "{text}");
        }
        assert_eq!(Guid::default().to_string(), "0".repeat(32));
    }

    #[test]
    fn what_is_no_guid_is_refused() {
        for text in [
            "",
            "null",
            &TEXT[1..],
            &format!("{TEXT}0"),
            &TEXT.replace('7', "g"),
            &format!("{{{TEXT}}}"),
            &format!("({TEXT})"),
            &format!("urn:uuid:{TEXT}"),
            "({7da74353-a40c-468e-93aa-7ff51f4f0e84})",
            "{7da74353-a40c-468e-93aa-7ff51f4f0e84",
            "(7da74353-a40c-468e-93aa-7ff51f4f0e84",
            "{0x7da74353,0xa40c,0x468e,{0x93,0xaa,0x7f,0xf5,0x1f,0x4f,0x0e,0x84}}",
            "7da7-4353a40c468e93aa7ff51f4f0e84-",
        ] {
            assert!(text.parse::<Guid>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn its_text_comes_back(bits in any::<u128>()) {
            let guid = Guid(Uuid::from_u128(bits));
            prop_assert_eq!(guid.to_string().parse(), Ok(guid));
            prop_assert_eq!(guid.0.hyphenated().to_string().parse(), Ok(guid));
        }

        #[test]
        fn no_text_is_a_danger(text in "[({]?[0-9a-fA-F-]{0,40}[)}]?|.*") {
            let _ = text.parse::<Guid>();
        }
    }
}

use std::borrow::Cow;

use crate::short;

/// `OrganisationId` is `organisationId`, `URLPath` is `urlPath`, `ID` is `id`: the leading run of
/// capitals is lowered, but for the last of several when a small letter follows.
pub fn camel_case(name: &str) -> Cow<'_, str> {
    if !name.as_bytes().first().is_some_and(u8::is_ascii_uppercase) {
        return Cow::Borrowed(name);
    }
    let lowered = lowered_run(name.as_bytes());
    Cow::Owned(name[..lowered].to_ascii_lowercase() + &name[lowered..])
}

/// Writes what [`camel_case`] returns, without a string of its own.
pub fn write_camel_case(out: &mut Vec<u8>, name: &str) {
    let lowered = lowered_run(name.as_bytes());
    let start = out.len();
    short::append(out, name.as_bytes());
    out[start..start + lowered].make_ascii_lowercase();
}

/// How many leading bytes are lowered.
fn lowered_run(name: &[u8]) -> usize {
    let run = name
        .iter()
        .take_while(|byte| byte.is_ascii_uppercase())
        .count();
    match name.get(run) {
        Some(next) if run > 1 && next.is_ascii_lowercase() => run - 1,
        _ => run,
    }
}

/// `IPAddress` is `ip_address`, `Address1` is `address1`: camel case first, then each capital
/// becomes an underscore and its small letter.
pub fn snake_case(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for character in camel_case(name).chars() {
        if character.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::{camel_case, snake_case};

    #[test]
    fn runs_of_capitals_are_lowered_together() {
        for (name, camel, snake) in [
            ("OrganisationId", "organisationId", "organisation_id"),
            ("URL", "url", "url"),
            ("IPAddress", "ipAddress", "ip_address"),
            ("XMLHttp", "xmlHttp", "xml_http"),
            ("Address1", "address1", "address1"),
            ("AB12Cd", "ab12Cd", "ab12_cd"),
            ("SByte", "sByte", "s_byte"),
            ("x_y", "x_y", "x_y"),
            ("", "", ""),
        ] {
            assert_eq!(camel_case(name), camel);
            assert_eq!(snake_case(name), snake);
        }
    }
}

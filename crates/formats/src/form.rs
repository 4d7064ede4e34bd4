use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::DecodeError;

/// A decoded name and its decoded value.
type Pair<'a> = (Cow<'a, str>, Cow<'a, str>);

/// Reads `name=value&…` of a query string or form: `+` is a blank, the rest percent-decoded, a
/// name without `=` has an empty value.
///
/// # Errors
/// What does not decode to UTF-8.
pub fn decode_form(text: &str) -> Result<Vec<Pair<'_>>, DecodeError> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decoded(name)?, decoded(value)?))
        })
        .collect()
}

fn decoded(text: &str) -> Result<Cow<'_, str>, DecodeError> {
    if !text.bytes().any(|byte| matches!(byte, b'%' | b'+')) {
        return Ok(Cow::Borrowed(text));
    }
    let blanks = text.replace('+', " ");
    let decoded = percent_decode_str(&blanks).decode_utf8();
    let decoded =
        decoded.map_err(|_| DecodeError::new(format!("'{text}' does not decode to UTF-8")))?;
    Ok(Cow::Owned(decoded.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::decode_form;

    #[test]
    fn pairs_are_decoded_and_bare_names_are_empty() {
        let pairs = decode_form("a=1+2%2B3&&b&c=&d=x=y&%C3%A9=%F0%9F%98%80").unwrap();
        let expected = [
            ("a", "1 2+3"),
            ("b", ""),
            ("c", ""),
            ("d", "x=y"),
            ("é", "😀"),
        ];
        let pairs: Vec<_> = pairs
            .iter()
            .map(|(n, v)| (n.as_ref(), v.as_ref()))
            .collect();
        assert_eq!(pairs, expected);
        assert!(decode_form("a=%FF").is_err());
        assert_eq!(decode_form("a=100%").unwrap()[0].1, "100%");
    }
}

use std::sync::Arc;

use service::ServiceError;

/// The name of a channel.
pub(crate) type Channel = Arc<str>;

/// What a subscriber listens to who names no channel.
const EVERY: &str = "*";
/// Longest name, in bytes.
const MAX_LENGTH: usize = 100;

/// The channels of a new subscriber: those named, each once; `*` if there are none.
///
/// # Errors
/// 400 `ArgumentException`: a name that no frame can carry, or more than `most`.
pub(crate) fn channels_named<'a>(
    names: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Result<Vec<Channel>, ServiceError> {
    let channels = merged(Vec::new(), names, most)?;
    Ok(if channels.is_empty() {
        vec![EVERY.into()]
    } else {
        channels
    })
}

/// `channels` with those named besides.
///
/// # Errors
/// As [`channels_named`].
pub(crate) fn merged<'a>(
    mut channels: Vec<Channel>,
    names: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Result<Vec<Channel>, ServiceError> {
    for name in names {
        let name = name.trim();
        if name.is_empty() || channels.iter().any(|known| &**known == name) {
            continue;
        }
        check(name)?;
        if channels.len() == most {
            let message = format!("a subscriber may have {most} channels at most");
            return Err(ServiceError::argument("channels", message));
        }
        channels.push(name.into());
    }
    Ok(channels)
}

/// A frame is one line that begins with `channel@`, and lists of channels have commas.
fn check(name: &str) -> Result<(), ServiceError> {
    let is_bad = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '@' | ',');
    if name.len() > MAX_LENGTH {
        let message = format!("the name of a channel may have {MAX_LENGTH} bytes at most");
        return Err(ServiceError::argument("channels", message));
    }
    match name.chars().find(|c| is_bad(*c)) {
        None => Ok(()),
        Some(bad) => {
            let message = format!("the name of a channel may not hold {bad:?}");
            Err(ServiceError::argument("channels", message))
        }
    }
}

/// The names as lists of channels are written.
pub(crate) fn joined(channels: &[Channel]) -> String {
    channels.join(",")
}

#[cfg(test)]
mod tests {
    use super::{channels_named, joined};

    #[test]
    fn each_channel_counts_once_and_none_is_every() {
        let named = |names: &str| channels_named(names.split(','), 3);
        assert_eq!(joined(&named("a,b , a,,é").unwrap()), "a,b,é");
        assert_eq!(joined(&named("").unwrap()), "*");
        for bad in [
            "a,b,c,d",
            "a@b",
            "a b",
            "a\nb",
            "a\u{2028}b",
            &"x".repeat(101),
        ] {
            let error = named(bad).unwrap_err();
            assert_eq!(
                (error.status(), error.code()),
                (400, "ArgumentException"),
                "{bad:?}"
            );
        }
    }
}

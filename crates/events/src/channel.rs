use std::collections::BTreeSet;
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
/// As [`channels_named`].
pub(crate) fn channels_of_new<'a>(
    names: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Result<Vec<Channel>, ServiceError> {
    let channels = channels_named(names, most)?;
    Ok(if channels.is_empty() {
        vec![EVERY.into()]
    } else {
        channels
    })
}

/// The channels named, each once, in the order of their names' first places.
///
/// # Errors
/// 400 `ArgumentException`: a name that no frame can carry, or more than `most`.
pub(crate) fn channels_named<'a>(
    names: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Result<Vec<Channel>, ServiceError> {
    let mut seen = BTreeSet::new();
    let mut channels = Vec::new();
    for name in names {
        let name = name.trim();
        if name.is_empty() || seen.contains(name) {
            continue;
        }
        check(name)?;
        refuse_more(channels.len() + 1, most)?;
        seen.insert(name);
        channels.push(name.into());
    }
    Ok(channels)
}

/// The names without blanks around them, each once, whether or not there can be such channels.
///
/// # Errors
/// 400 `ArgumentException`: more than `most`.
pub(crate) fn distinct(names: &[String], most: usize) -> Result<BTreeSet<&str>, ServiceError> {
    let mut distinct = BTreeSet::new();
    for name in names {
        let name = name.trim();
        if !name.is_empty() && distinct.insert(name) {
            refuse_more(distinct.len(), most)?;
        }
    }
    Ok(distinct)
}

/// `channels` without those that are left and with those that are joined.
///
/// # Errors
/// 400 `ArgumentException`: more than `most`.
pub(crate) fn changed(
    channels: &[Channel],
    left: &BTreeSet<&str>,
    joined: &[Channel],
    most: usize,
) -> Result<Vec<Channel>, ServiceError> {
    let kept = channels.iter().filter(|one| !left.contains(&***one));
    let mut changed: Vec<Channel> = kept.cloned().collect();
    let known: BTreeSet<Channel> = changed.iter().cloned().collect();
    changed.extend(joined.iter().filter(|one| !known.contains(*one)).cloned());
    refuse_more(changed.len(), most)?;
    Ok(changed)
}

fn refuse_more(count: usize, most: usize) -> Result<(), ServiceError> {
    if count <= most {
        return Ok(());
    }
    let message = format!("there may be {most} channels at most");
    Err(ServiceError::argument("channels", message))
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
    use super::{changed, channels_of_new, distinct, joined};

    #[test]
    fn each_channel_counts_once_and_none_is_every() {
        let named = |names: &str| channels_of_new(names.split(','), 3);
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

    #[test]
    fn a_change_keeps_what_it_does_not_name() {
        let own = ["a".into(), "b".into()];
        let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        let left = names(&[" a ", "a", "", "never"]);
        let left = distinct(&left, 2).unwrap();
        let channels = changed(&own, &left, &["b".into(), "c".into()], 2).unwrap();
        assert_eq!(joined(&channels), "b,c");
        let error = changed(&own, &distinct(&[], 2).unwrap(), &["c".into()], 2).unwrap_err();
        assert_eq!(error.status(), 400);
        assert_eq!(
            distinct(&names(&["a", "b", "c"]), 2).unwrap_err().status(),
            400
        );
    }
}

use contract::{Dto, Verb};
use formats::{Format, Member, MemberOf};
use service::ServiceError;

use super::bind_error::{BadMember, unable_to_bind, unreadable};
use super::body::RequestBody;
use super::text_members::{Pairs, TextMembers};
use crate::routing::PathValues;

/// Everything that a request DTO is bound from.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    pub(crate) verb: Verb,
    /// Whether the operation is named by a predefined path.
    pub(crate) is_predefined: bool,
    pub(crate) path: &'a PathValues<'a>,
    pub(crate) query: &'a Pairs<'a>,
    pub(crate) body: &'a RequestBody,
}

/// Binds one request.
///
/// # Errors
/// 400 `SerializationException`: the body cannot be read, or values do not fit; 400
/// `ArgumentException`: a secret beside a body, in the URL.
pub(crate) fn bind<T: Dto>(source: &Source<'_>) -> Result<T, ServiceError> {
    refuse_secrets_in_url::<T>(source)?;
    let mut dto = match source.body {
        RequestBody::Encoded(format, bytes) => decode(*format, bytes)?,
        RequestBody::Empty | RequestBody::Form(_) => T::default(),
    };
    let mut members = TextMembers::default();
    if source.is_predefined {
        match source.body {
            // ServiceStack reads no query for a verb with a body that came without one.
            RequestBody::Empty if source.verb.has_body() => return Ok(dto),
            RequestBody::Encoded(..) => {
                members.add::<T>(0, borrowed(source.query));
                members.bind_unset(&mut dto)?;
                return Ok(dto);
            }
            RequestBody::Empty => members.add::<T>(0, borrowed(source.query)),
            RequestBody::Form(fields) => {
                members.add::<T>(0, borrowed(source.query));
                members.add::<T>(1, borrowed(fields));
            }
        }
    } else {
        let path = source.path.iter();
        members.add::<T>(0, path.map(|(name, value)| (*name, value.as_ref())));
        members.add::<T>(1, borrowed(source.query));
        if let RequestBody::Form(fields) = source.body {
            members.add::<T>(2, borrowed(fields));
        }
    }
    members.bind_all(&mut dto)?;
    Ok(dto)
}

/// A URL ends up in the logs of every host that it passes. A GET, which has nowhere else to put a
/// secret, is its service's matter.
fn refuse_secrets_in_url<T: Dto>(source: &Source<'_>) -> Result<(), ServiceError> {
    if !source.verb.has_body() {
        return Ok(());
    }
    let is_secret = |name: &str| T::member_index(name).is_some_and(T::member_is_secret);
    let mut stated = borrowed(source.query);
    match stated.find(|(name, value)| !value.is_empty() && is_secret(name)) {
        Some((name, _)) => {
            let message = format!(
                "'{name}' must not be in the URL, which ends up in logs; send it in the body"
            );
            Err(ServiceError::argument(name, message))
        }
        None => Ok(()),
    }
}

fn borrowed<'a>(pairs: &'a Pairs<'_>) -> impl Iterator<Item = (&'a str, &'a str)> {
    pairs
        .iter()
        .map(|(name, value)| (name.as_ref(), value.as_ref()))
}

/// Reads a body at once; only if that fails, member by member, to name each that does not fit.
fn decode<T: Dto>(format: Format, bytes: &[u8]) -> Result<T, ServiceError> {
    let fault = match formats::decode(format, bytes) {
        Ok(dto) => return Ok(dto),
        Err(fault) => fault,
    };
    let bad = formats::members(format, bytes).map(|members| bad_members::<T>(&members));
    match bad {
        Ok(bad) if !bad.is_empty() => Err(unable_to_bind(T::NAME, bad)),
        _ => Err(unreadable(T::NAME, format, &fault)),
    }
}

/// Each member once, however often it is sent.
fn bad_members<T: Dto>(members: &[Member<'_>]) -> Vec<BadMember> {
    let mut scratch = T::default();
    let mut told = vec![false; T::MEMBER_COUNT];
    let mut is_bad = |member: &&Member<'_>| match T::member_index(member.name().trim()) {
        Some(index) if told.get(index) != Some(&true) => {
            let dto = &mut scratch;
            let is_bad = member.read(MemberOf { dto, index }).is_err();
            if let Some(told) = told.get_mut(index) {
                *told = is_bad;
            }
            is_bad
        }
        Some(_) => false,
        None => false,
    };
    let bad = members.iter().filter(|member| is_bad(member));
    bad.map(|member| BadMember::new(member.name().trim(), member.text().as_deref()))
        .collect()
}

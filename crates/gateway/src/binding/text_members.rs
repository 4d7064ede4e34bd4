use std::borrow::Cow;

use contract::Dto;
use formats::TextValue;
use service::ServiceError;

use super::bind_error::{BadMember, unable_to_bind};

/// Decoded names and values of a query string or form.
pub(crate) type Pairs<'a> = Vec<(Cow<'a, str>, Cow<'a, str>)>;

/// Decodes a query string or a form body (`application/x-www-form-urlencoded`).
///
/// # Errors
/// 400 if it does not decode to UTF-8.
pub(crate) fn pairs(text: &str) -> Result<Pairs<'_>, ServiceError> {
    formats::decode_form(text)
        .map_err(|fault| ServiceError::new("SerializationException", fault.to_string()))
}

/// The first value of that name, in any case.
pub(crate) fn first_value<'a>(pairs: &'a Pairs<'_>, name: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(key, _)| key.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.as_ref())
}

/// What texts say of a DTO's members: one entry a member, later sources replacing earlier ones.
#[derive(Debug, Default)]
pub(super) struct TextMembers<'a> {
    stated: Vec<Stated<'a>>,
}

#[derive(Debug)]
struct Stated<'a> {
    index: usize,
    /// The name as the caller wrote it, for errors.
    name: &'a str,
    value: Cow<'a, str>,
    source: usize,
}

impl<'a> TextMembers<'a> {
    /// Adds a source that overrides the ones before it. Of a name that comes more than once the
    /// values are joined with commas; unknown names and empty values say nothing.
    pub(super) fn add<T: Dto>(
        &mut self,
        source: usize,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) {
        for (name, value) in pairs {
            let Some(index) = T::member_index(name).filter(|_| !value.is_empty()) else {
                continue;
            };
            match self.stated.iter_mut().find(|stated| stated.index == index) {
                Some(stated) if stated.source == source => {
                    let joined = stated.value.to_mut();
                    joined.push(',');
                    joined.push_str(value);
                }
                Some(stated) => {
                    *stated = Stated {
                        index,
                        name,
                        value: value.into(),
                        source,
                    }
                }
                None => self.stated.push(Stated {
                    index,
                    name,
                    value: value.into(),
                    source,
                }),
            }
        }
    }

    /// Binds every member that is stated.
    ///
    /// # Errors
    /// 400 that lists each member whose text does not fit.
    pub(super) fn bind_all<T: Dto>(self, dto: &mut T) -> Result<(), ServiceError> {
        self.bind_where(dto, |_, _| true)
    }

    /// Binds the members that `dto` has not set yet.
    ///
    /// # Errors
    /// 400 that lists each member whose text does not fit.
    pub(super) fn bind_unset<T: Dto>(self, dto: &mut T) -> Result<(), ServiceError> {
        self.bind_where(dto, T::member_is_unset)
    }

    fn bind_where<T: Dto>(
        self,
        dto: &mut T,
        applies: impl Fn(&T, usize) -> bool,
    ) -> Result<(), ServiceError> {
        let mut bad = Vec::new();
        for stated in self.stated {
            if !applies(dto, stated.index) {
                continue;
            }
            if dto
                .bind_member(stated.index, TextValue::new(&stated.value))
                .is_err()
            {
                bad.push(BadMember::new(stated.name, Some(&stated.value)));
            }
        }
        if bad.is_empty() {
            Ok(())
        } else {
            Err(unable_to_bind(T::NAME, bad))
        }
    }
}

use std::io::Write;

use serde::Serialize;

use crate::error::{Error, Result};
use crate::{pretty, ser};

/// How names of struct members are written. Keys of maps never change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TextCase {
    /// As the struct states them.
    #[default]
    Unchanged,
    /// `organisationId`, the default of a ServiceStack host.
    Camel,
    /// `OrganisationId`: the first letter raised.
    Pascal,
    /// `organisation_id`.
    Snake,
}

/// Lays raw scalars out (see the crate's documentation), by the name that they announce.
#[derive(Debug, Clone, Copy)]
pub struct ScalarLayout {
    /// Writes `text` of the scalar `name` as the format wants it.
    pub write: fn(name: &str, text: &str, out: &mut String),
    /// Whether `text` is what a scalar `name` holds that was never set.
    pub is_default: fn(name: &str, text: &str) -> bool,
}

/// What a writer can be told.
///
/// ```
/// use jsv::{TextCase, WriteOptions};
///
/// #[derive(serde::Serialize)]
/// struct User { organisation_id: u32, email: Option<&'static str>, tries: u8 }
///
/// let user = User { organisation_id: 7, email: None, tries: 0 };
/// let camel = WriteOptions::new().text_case(TextCase::Camel);
/// assert_eq!(camel.to_string(&user)?, "{organisation_id:7,tries:0}");
/// assert_eq!(camel.exclude_defaults(true).to_string(&user)?, "{organisation_id:7}");
/// assert_eq!(WriteOptions::new().include_nulls(true).to_string(&user)?, "{organisation_id:7,email:,tries:0}");
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct WriteOptions {
    /// The case of member names.
    pub text_case: TextCase,
    /// Leaves out members that hold zero, false or another default of a value type.
    pub exclude_defaults: bool,
    /// Leaves out members that hold an enumeration's member for zero, or no flags.
    pub exclude_default_enums: bool,
    /// Writes members and entries that are null with nothing after the colon, where ServiceStack
    /// leaves them out. It reads both.
    pub include_nulls: bool,
    /// Writes enumerations by number.
    pub enums_as_integers: bool,
    /// Lays out raw scalars; without one they go out in their canonical text.
    pub scalars: Option<ScalarLayout>,
}

impl WriteOptions {
    /// Names unchanged, nulls left out, defaults and names of enumerations written.
    pub const fn new() -> Self {
        Self {
            text_case: TextCase::Unchanged,
            exclude_defaults: false,
            exclude_default_enums: false,
            include_nulls: false,
            enums_as_integers: false,
            scalars: None,
        }
    }

    /// Sets [`text_case`](Self::text_case).
    #[must_use]
    pub const fn text_case(mut self, text_case: TextCase) -> Self {
        self.text_case = text_case;
        self
    }

    /// Sets [`exclude_defaults`](Self::exclude_defaults).
    #[must_use]
    pub const fn exclude_defaults(mut self, exclude: bool) -> Self {
        self.exclude_defaults = exclude;
        self
    }

    /// Sets [`exclude_default_enums`](Self::exclude_default_enums).
    #[must_use]
    pub const fn exclude_default_enums(mut self, exclude: bool) -> Self {
        self.exclude_default_enums = exclude;
        self
    }

    /// Sets [`include_nulls`](Self::include_nulls).
    #[must_use]
    pub const fn include_nulls(mut self, include: bool) -> Self {
        self.include_nulls = include;
        self
    }

    /// Sets [`enums_as_integers`](Self::enums_as_integers).
    #[must_use]
    pub const fn enums_as_integers(mut self, as_integers: bool) -> Self {
        self.enums_as_integers = as_integers;
        self
    }

    /// Sets [`scalars`](Self::scalars).
    #[must_use]
    pub const fn scalars(mut self, layout: ScalarLayout) -> Self {
        self.scalars = Some(layout);
        self
    }

    /// Writes a value to a string.
    ///
    /// # Errors
    /// As [`to_string`](crate::to_string).
    pub fn to_string<T: Serialize + ?Sized>(&self, value: &T) -> Result<String> {
        ser::text_of(self.to_vec(value)?)
    }

    /// Writes a value to bytes, which are UTF-8.
    ///
    /// # Errors
    /// As [`to_string`](crate::to_string).
    pub fn to_vec<T: Serialize + ?Sized>(&self, value: &T) -> Result<Vec<u8>> {
        let mut out = Vec::with_capacity(128);
        value.serialize(ser::Serializer::new(&mut out, self))?;
        Ok(out)
    }

    /// Writes a value to a writer.
    ///
    /// # Errors
    /// As [`to_writer`](crate::to_writer).
    pub fn to_writer<W: Write, T: Serialize + ?Sized>(
        &self,
        mut writer: W,
        value: &T,
    ) -> Result<()> {
        let bytes = self.to_vec(value)?;
        writer.write_all(&bytes).map_err(|fault| Error::io(&fault))
    }

    /// Writes a value over lines, for people: see [`to_string_pretty`](crate::to_string_pretty).
    ///
    /// # Errors
    /// As [`to_string`](crate::to_string).
    pub fn to_string_pretty<T: Serialize + ?Sized>(&self, value: &T) -> Result<String> {
        Ok(pretty::laid_out(&self.to_string(value)?))
    }
}

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
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct WriteOptions {
    /// The case of member names.
    pub text_case: TextCase,
    /// Leaves out members that hold zero, false or another default of a value type.
    pub exclude_defaults: bool,
    /// Writes enumerations by number.
    pub enums_as_integers: bool,
    /// Lays out raw scalars; without one they go out in their canonical text.
    pub scalars: Option<ScalarLayout>,
}

/// What a reader can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadOptions {
    /// How deep lists and maps may nest.
    pub max_depth: u8,
}

impl ReadOptions {
    /// The depth that is allowed unless told otherwise.
    pub const DEFAULT_MAX_DEPTH: u8 = 128;
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            max_depth: Self::DEFAULT_MAX_DEPTH,
        }
    }
}

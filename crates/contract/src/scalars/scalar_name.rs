//! The names by which scalars announce themselves to a format.
//!
//! A scalar that serde does not know is serialized as a newtype struct of one of these names
//! around its canonical text (around an `i64` for [`FLAGS`]); a format that knows the name lays
//! it out its own way, any other writes the canonical text. On reading, a scalar asks for a `str`.

/// `yyyy-MM-ddTHH:mm:ss.fffffff`, then `Z`, `±hh:mm` or nothing for an unspecified zone.
pub const DATE_TIME: &str = "$DateTime";
/// `yyyy-MM-ddTHH:mm:ss.fffffff±hh:mm`.
pub const DATE_TIME_OFFSET: &str = "$DateTimeOffset";
/// An XSD duration: `PT1H30M`.
pub const TIME_SPAN: &str = "$TimeSpan";
/// 32 lower-case hexadecimal digits.
pub const GUID: &str = "$Guid";
/// Decimal digits, all that were given.
pub const DECIMAL: &str = "$Decimal";
/// One character.
pub const CHAR: &str = "$Char";
/// Base64 of RFC 4648 section 4.
pub const BYTES: &str = "$Bytes";
/// The number of a `[Flags]` enumeration.
pub const FLAGS: &str = "$Flags";
/// Around a nullable value type, on reading only: a text format answers "none" for the texts
/// that .NET takes for null (`""`, `null`), and otherwise hands itself on.
pub const NULLABLE: &str = "$Nullable";
/// Around any other value type that is a member, on reading only: a format may answer "none" for an
/// empty text, which then sets nothing.
pub const VALUE: &str = "$Value";
/// Instead of the type's name where a value of an enumeration goes by `[EnumMember]`: such a value
/// keeps its name where others are written by number.
pub const ENUM_MEMBER: &str = "$EnumMember";

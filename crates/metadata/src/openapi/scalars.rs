use super::Schema;
use super::schema::Number;

/// Within these a date of this host's JSON stands, from the year 1 to beyond 5000.
const DATE: &str = r"^/Date\((-62135596800000([+-]0000)?|(-?\d{1,13}|\d{14}|-[1-5]\d{13})([+-](0\d|1[0-3])[0-5]\d)?)\)/$";
/// Whole groups, and no bits beyond the last byte.
const BASE64: &str =
    "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";
/// The greatest number of 64-bit floating point below 2^96, which decimals of .NET end at.
const DECIMAL_MAX: f64 = 7.922_816_251_426_433e28;
/// The greatest single, as it is written.
const SINGLE_MAX: f64 = 3.402_823_5e38;
/// One unit of UTF-16.
const CHAR: &str = r"^[\u0000-\uFFFF]?$";
const GUID: &str = "^[0-9a-fA-F]{32}$";
const TIME_SPAN: &str = r"^-?P(\d{1,6}D|(\d{1,6}D)?T(\d{1,2}H(\d{1,2}M)?(\d{1,2}(\.\d{1,7})?S)?|\d{1,2}M(\d{1,2}(\.\d{1,7})?S)?|\d{1,2}(\.\d{1,7})?S))$";

/// One of .NET's simple types as it stands in this host's JSON.
pub(super) fn scalar(name: &str) -> Option<Schema> {
    Some(match name {
        "Boolean" => Schema::of("boolean"),
        "Byte" => integer(0, u64::from(u8::MAX), "int32"),
        "SByte" => integer(i8::MIN.into(), 127, "int32"),
        "Int16" => integer(i16::MIN.into(), 32_767, "int32"),
        "UInt16" => integer(0, u64::from(u16::MAX), "int32"),
        "Int32" => integer(i32::MIN.into(), 2_147_483_647, "int32"),
        "UInt32" => integer(0, u64::from(u32::MAX), "int64"),
        "Int64" => integer(i64::MIN, 9_223_372_036_854_775_807, "int64"),
        "UInt64" => integer(0, u64::MAX, "uint64"),
        "Single" => Schema {
            minimum: Some(Number::Float(-SINGLE_MAX)),
            maximum: Some(Number::Float(SINGLE_MAX)),
            ..number("float")
        },
        "Double" => number("double"),
        "Decimal" => Schema {
            minimum: Some(Number::Float(-DECIMAL_MAX)),
            maximum: Some(Number::Float(DECIMAL_MAX)),
            ..number("decimal")
        },
        "Char" => Schema {
            max_length: Some(1),
            pattern: Some(CHAR.to_owned()),
            ..Schema::of("string")
        },
        "String" | "Uri" | "Type" => Schema::of("string"),
        "DateTime" | "DateTimeOffset" => text(DATE, "Milliseconds since 1970-01-01T00:00:00Z"),
        "DateOnly" => formatted("date"),
        "TimeOnly" => Schema::of("string"),
        // Not `format: duration`, which has no sign.
        "TimeSpan" => text(TIME_SPAN, "A duration of ISO 8601, which may be negative"),
        "Guid" => text(GUID, "32 hexadecimal digits"),
        _ => return None,
    })
}

/// The number of flags.
pub(super) fn flags() -> Schema {
    integer(i32::MIN.into(), 2_147_483_647, "int32")
}

/// Base64.
pub(super) fn bytes() -> Schema {
    Schema {
        content_encoding: Some("base64"),
        pattern: Some(BASE64.to_owned()),
        ..Schema::of("string")
    }
}

fn integer(minimum: i64, maximum: u64, format: &'static str) -> Schema {
    Schema {
        minimum: Some(Number::Signed(minimum)),
        maximum: Some(Number::Unsigned(maximum)),
        format: Some(format),
        ..Schema::of("integer")
    }
}

fn number(format: &'static str) -> Schema {
    Schema {
        format: Some(format),
        ..Schema::of("number")
    }
}

fn formatted(format: &'static str) -> Schema {
    Schema {
        format: Some(format),
        ..Schema::of("string")
    }
}

fn text(pattern: &str, description: &str) -> Schema {
    Schema {
        pattern: Some(pattern.to_owned()),
        description: Some(description.to_owned()),
        ..Schema::of("string")
    }
}

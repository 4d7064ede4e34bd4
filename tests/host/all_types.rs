//! Answers the request itself, which has a property of every type.

use contract::{
    Bytes, Char, DateTime, DateTimeOffset, Decimal, Dto, Flags, Guid, Map, Operation,
    ResponseStatus, Set, TimeSpan, WireEnum,
};
use service::{Reply, RequestContext, Service, ServiceError};

use crate::nested::Nested;

#[derive(Debug, Clone, Copy, Default, PartialEq, WireEnum)]
#[dto(namespace = "Conformance")]
pub(crate) enum Colour {
    #[default]
    Red,
    Green,
    Blue = 7,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Flags)]
#[dto(namespace = "Conformance")]
#[flags(None = 0, Read = 1, Write = 2, Exec = 4, All = 7)]
pub(crate) struct Perms(i32);

#[derive(Debug, Clone, Copy, Default, PartialEq, WireEnum)]
#[dto(namespace = "Conformance")]
pub(crate) enum IntEnum {
    #[default]
    Zero,
    One,
    Two,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, WireEnum)]
#[dto(namespace = "Conformance")]
pub(crate) enum MemberEnum {
    #[default]
    #[dto(name = "the-first")]
    First,
    #[dto(name = "the second")]
    Second,
}

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = AllTypes)]
#[route("/alltypes", GET, POST, PUT)]
pub(crate) struct AllTypes {
    int: i32,
    nullable_int: Option<i32>,
    byte: u8,
    s_byte: i8,
    short: i16,
    u_short: u16,
    u_int: u32,
    long: i64,
    nullable_long: Option<i64>,
    u_long: u64,
    float: f32,
    nullable_float: Option<f32>,
    double: f64,
    nullable_double: Option<f64>,
    decimal: Decimal,
    nullable_decimal: Option<Decimal>,
    bool: bool,
    nullable_bool: Option<bool>,
    char: Char,
    nullable_char: Option<Char>,
    string: Option<String>,
    date_time: DateTime,
    nullable_date_time: Option<DateTime>,
    date_time_offset: DateTimeOffset,
    nullable_date_time_offset: Option<DateTimeOffset>,
    time_span: TimeSpan,
    nullable_time_span: Option<TimeSpan>,
    guid: Guid,
    nullable_guid: Option<Guid>,
    bytes: Option<Bytes>,
    r#enum: Colour,
    nullable_enum: Option<Colour>,
    flags: Perms,
    nullable_flags: Option<Perms>,
    int_enum: IntEnum,
    member_enum: MemberEnum,
    string_list: Option<Vec<Option<String>>>,
    int_list: Option<Vec<i32>>,
    #[dto(array)]
    string_array: Option<Vec<Option<String>>>,
    #[dto(array)]
    int_array: Option<Vec<i32>>,
    string_set: Option<Set<Option<String>>>,
    matrix: Option<Vec<Option<Vec<i32>>>>,
    string_map: Option<Map<String, Option<String>>>,
    int_map: Option<Map<String, i32>>,
    int_key_map: Option<Map<i32, Option<String>>>,
    nested_map: Option<Map<String, Option<Nested>>>,
    list_map: Option<Map<String, Option<Vec<Option<String>>>>>,
    nested: Option<Nested>,
    nested_list: Option<Vec<Option<Nested>>>,
    #[dto(array)]
    nested_array: Option<Vec<Option<Nested>>>,
    response_status: Option<ResponseStatus>,
}

pub(crate) struct AllTypesService;

impl Service<AllTypes> for AllTypesService {
    async fn execute(
        &self,
        request: AllTypes,
        _context: &RequestContext,
    ) -> Result<Reply<AllTypes>, ServiceError> {
        Ok(request.into())
    }
}

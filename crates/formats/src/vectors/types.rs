//! The types of the vectors that need the scalars of `contract`.

use std::collections::BTreeMap;

use contract::{Bytes, Char, DateTime, DateTimeOffset, Decimal, Flags, Guid, TimeSpan, WireEnum};
use serde_json::{Value as Json, json};

use super::harness::{Codec, Wire, codec};
use super::scalars::{build_enum, show_enum};
use super::wire::{Nullable, Pairs, classes};

type Text = Option<String>;

#[derive(Debug, Clone, Copy, Default, PartialEq, WireEnum)]
enum Color {
    #[default]
    Red = 0,
    Green = 1,
    Blue = 5,
}

impl Wire for Color {
    fn show(&self) -> Json {
        show_enum(*self)
    }

    fn build(json: &Json) -> Option<Self> {
        build_enum(json)
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Flags)]
#[flags(A = 1, B = 2, C = 4)]
struct Fl(i32);

impl Wire for Fl {
    fn show(&self) -> Json {
        let names = [(1, "A"), (2, "B"), (4, "C")];
        let set = names.iter().filter(|(bit, _)| self.0 & bit != 0);
        let names: Vec<&str> = set.map(|(_, name)| *name).collect();
        let text = match self.0 {
            0 => "None".to_owned(),
            bits if bits & !7 != 0 => bits.to_string(),
            _ => names.join(", "),
        };
        json!({ "$enum": text })
    }

    fn build(json: &Json) -> Option<Self> {
        let text = json["$enum"].as_str()?;
        let bit = |name: &str| match name {
            "A" => Some(1),
            "B" => Some(2),
            "C" => Some(4),
            "None" => Some(0),
            number => number.parse().ok(),
        };
        text.split(", ").map(bit).sum::<Option<i32>>().map(Self)
    }
}

impl Wire for Char {
    fn show(&self) -> Json {
        self.0.show()
    }

    fn build(json: &Json) -> Option<Self> {
        char::build(json).map(Self)
    }
}

classes! {
    Nums { I: i32, NI: Nullable<i32>, B: bool, NB: Nullable<bool>, D: f64, M: Decimal }
    EnumDto { C: Color, NC: Nullable<Color>, F: Fl }
    Times { D: DateTime, N: Nullable<DateTime>, T: TimeSpan, O: DateTimeOffset, G: Guid }
    UriDto { U: Text, T: Text, B: Option<Bytes>, C: Char }
    FloatM { Float: f32, Double: f64, Decimal: Decimal }
    NFloatM { Float: Nullable<f32>, Double: Nullable<f64>, Decimal: Nullable<Decimal> }
    FlowPost { Id: i64, Urn: Text, UserId: Guid, SubjectUrn: Text, TrackUrns: Option<Vec<Text>>, PostType: Text }
    UA {
        Id: i32, UserName: Text, Email: Text, Salt: Text, PasswordHash: Text, Roles: Option<Vec<Text>>,
        CreatedDate: DateTime,
    }
    Msg {
        Id: Guid, CreatedDate: DateTime, Priority: i64, RetryAttempts: i32, ReplyId: Nullable<Guid>, ReplyTo: Text,
        Options: i32, Body: Text,
    }
}

/// The types by the names that the vectors give them.
pub(super) fn types() -> BTreeMap<&'static str, Codec> {
    BTreeMap::from([
        ("DateTime", codec::<DateTime>()),
        ("DateTime?", codec::<Nullable<DateTime>>()),
        ("DateTimeOffset", codec::<DateTimeOffset>()),
        ("DateTimeOffset?", codec::<Nullable<DateTimeOffset>>()),
        ("TimeSpan", codec::<TimeSpan>()),
        ("TimeSpan?", codec::<Nullable<TimeSpan>>()),
        ("Guid", codec::<Guid>()),
        ("Guid?", codec::<Nullable<Guid>>()),
        ("decimal", codec::<Decimal>()),
        ("decimal?", codec::<Nullable<Decimal>>()),
        ("byte[]", codec::<Option<Bytes>>()),
        ("List<byte[]>", codec::<Option<Vec<Option<Bytes>>>>()),
        ("List<Guid>", codec::<Option<Vec<Guid>>>()),
        ("List<DateTime>", codec::<Option<Vec<DateTime>>>()),
        ("List<decimal>", codec::<Option<Vec<Decimal>>>()),
        ("Dictionary<Guid,int>", codec::<Option<Pairs<Guid, i32>>>()),
        (
            "Dictionary<DateTime,int>",
            codec::<Option<Pairs<DateTime, i32>>>(),
        ),
        (
            "Dictionary<Color,int>",
            codec::<Option<Pairs<Color, i32>>>(),
        ),
        ("Color", codec::<Color>()),
        ("Color?", codec::<Nullable<Color>>()),
        ("Fl", codec::<Fl>()),
        ("Nums", codec::<Option<Nums>>()),
        ("EnumDto", codec::<Option<EnumDto>>()),
        ("Times", codec::<Option<Times>>()),
        ("UriDto", codec::<Option<UriDto>>()),
        ("FloatM", codec::<Option<FloatM>>()),
        ("NFloatM", codec::<Option<NFloatM>>()),
        ("List<FlowPost>", codec::<Option<Vec<FlowPost>>>()),
        ("UA", codec::<Option<UA>>()),
        ("Msg", codec::<Option<Msg>>()),
    ])
}

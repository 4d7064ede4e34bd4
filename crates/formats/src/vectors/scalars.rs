//! How the scalars of `contract` show the values that the vectors state.

use contract::{Bytes, DateTime, DateTimeKind, DateTimeOffset, Decimal, Guid, TimeSpan, WireEnum};
use data_encoding::HEXLOWER;
use serde_json::{Value as Json, json};

use super::harness::Wire;

macro_rules! by_text {
    ($($type:ty, $name:literal;)*) => {$(
        impl Wire for $type {
            fn show(&self) -> Json {
                json!({ $name: self.to_string() })
            }

            fn build(json: &Json) -> Option<Self> {
                json[$name].as_str()?.parse().ok()
            }
        }
    )*};
}

by_text! { DateTimeOffset, "$dto"; Decimal, "$dec"; }

impl Wire for Guid {
    fn show(&self) -> Json {
        json!({ "$guid": self.0.hyphenated().to_string() })
    }

    fn build(json: &Json) -> Option<Self> {
        json["$guid"].as_str()?.parse().ok()
    }
}

impl Wire for Bytes {
    fn show(&self) -> Json {
        json!({ "$bytes": HEXLOWER.encode(self) })
    }

    fn build(json: &Json) -> Option<Self> {
        let bytes = HEXLOWER.decode(json["$bytes"].as_str()?.as_bytes());
        bytes.ok().map(Self)
    }
}

impl Wire for DateTime {
    fn show(&self) -> Json {
        json!({ "$dt": &self.to_string()[..27], "kind": format!("{:?}", self.kind()) })
    }

    fn build(json: &Json) -> Option<Self> {
        let kind = match json["kind"].as_str()? {
            "Utc" => DateTimeKind::Utc,
            "Local" => DateTimeKind::Local,
            _ => DateTimeKind::Unspecified,
        };
        let wall = Self::from_canonical(json["$dt"].as_str()?)?;
        Self::from_ticks(wall.ticks(), kind)
    }
}

impl Wire for TimeSpan {
    /// `[-][d.]hh:mm:ss[.fffffff]`.
    fn show(&self) -> Json {
        let ticks = self.ticks().unsigned_abs();
        let (seconds, fraction) = (ticks / 10_000_000, ticks % 10_000_000);
        let (days, hours) = (seconds / 86_400, seconds / 3600 % 24);
        let mut text = String::from(if self.ticks() < 0 { "-" } else { "" });
        if days > 0 {
            text += &format!("{days}.");
        }
        text += &format!("{hours:02}:{:02}:{:02}", seconds / 60 % 60, seconds % 60);
        if fraction > 0 {
            text += &format!(".{fraction:07}");
        }
        json!({ "$ts": text })
    }

    fn build(json: &Json) -> Option<Self> {
        json["$ts"].as_str()?.parse().ok()
    }
}

/// The name of a value, or its number.
pub(super) fn show_enum<T: WireEnum>(value: T) -> Json {
    let members = T::descriptor().enum_members.iter();
    let mut named = members.filter(|member| T::from_number(member.value) == Some(value));
    json!({ "$enum": named.next().map(|member| member.name) })
}

/// The value of a name.
pub(super) fn build_enum<T: WireEnum>(json: &Json) -> Option<T> {
    let name = json["$enum"].as_str()?;
    let mut members = T::descriptor().enum_members.iter();
    T::from_number(members.find(|member| member.name == name)?.value)
}

use contract::{DateTimeOffset, TimeSpan, TypeDescriptor, TypeRef, scalar_name};

/// What a scalar of `contract` is in XML.
pub(super) enum ScalarText {
    /// The text of the element.
    Text(String),
    /// Two elements: the instant in UTC and minutes east of it.
    Offset { instant: String, minutes: i16 },
}

/// Lays a scalar out from its canonical text.
pub(super) fn lay_out(name: &str, text: &str) -> ScalarText {
    let text = match name {
        scalar_name::GUID => dashed(text),
        scalar_name::CHAR => {
            let first = text.encode_utf16().next().unwrap_or_default();
            first.to_string()
        }
        scalar_name::DATE_TIME => short_fraction(text),
        scalar_name::DATE_TIME_OFFSET => return offset(text),
        scalar_name::TIME_SPAN => duration(text),
        _ => text.to_owned(),
    };
    ScalarText::Text(text)
}

/// The names of the flags that are set, or the number if some have none.
pub(super) fn flag_names(type_ref: Option<&TypeRef>, bits: i64) -> String {
    let Some(descriptor) = type_ref.and_then(enum_of) else {
        return bits.to_string();
    };
    let exact = descriptor
        .enum_members
        .iter()
        .find(|member| member.value == bits);
    if let Some(member) = exact {
        return member.name.to_owned();
    }
    let mut left = bits;
    let mut names = Vec::new();
    // The largest first takes the fewest names; .NET lists them in ascending order.
    for member in descriptor
        .enum_members
        .iter()
        .rev()
        .filter(|member| member.value != 0)
    {
        if left & member.value == member.value {
            left &= !member.value;
            names.insert(0, member.name);
        }
    }
    if left == 0 {
        names.join(" ")
    } else {
        bits.to_string()
    }
}

/// The CLR name of an enumeration's value: data contracts do not know its wire name.
pub(super) fn enum_name(type_ref: Option<&TypeRef>, number: u32, wire_name: &str) -> String {
    let members = type_ref
        .and_then(enum_of)
        .map(|descriptor| &descriptor.enum_members);
    let member = members.and_then(|members| members.iter().find(|m| m.value == i64::from(number)));
    member.map_or_else(|| wire_name.to_owned(), |member| member.name.to_owned())
}

fn enum_of(type_ref: &TypeRef) -> Option<&'static TypeDescriptor> {
    let plain = if type_ref.descriptor().is_none() {
        type_ref.generic_args.first()?
    } else {
        type_ref
    };
    plain.descriptor()
}

fn dashed(hex: &str) -> String {
    let parts = [
        hex.get(..8),
        hex.get(8..12),
        hex.get(12..16),
        hex.get(16..20),
        hex.get(20..),
    ];
    let parts: Option<Vec<&str>> = parts.into_iter().collect();
    parts.map_or_else(|| hex.to_owned(), |parts| parts.join("-"))
}

/// Without the zeros at the end of the fraction.
fn short_fraction(text: &str) -> String {
    let (Some(wall), Some(zone)) = (text.get(..27), text.get(27..)) else {
        return text.to_owned();
    };
    let wall = wall.trim_end_matches('0').trim_end_matches('.');
    // Zeros of the seconds are not those of the fraction.
    let wall = if wall.len() < 19 { &text[..19] } else { wall };
    format!("{wall}{zone}")
}

/// XML has the length of the longest and the shortest span, which elsewhere go by a name.
fn duration(text: &str) -> String {
    match text.parse::<TimeSpan>().map(TimeSpan::ticks) {
        Ok(i64::MAX) => "P10675199DT2H48M5.4775807S".to_owned(),
        Ok(i64::MIN) => "-P10675199DT2H48M5.4775808S".to_owned(),
        _ => text.to_owned(),
    }
}

fn offset(text: &str) -> ScalarText {
    let Ok(date) = text.parse::<DateTimeOffset>() else {
        return ScalarText::Text(text.to_owned());
    };
    let instant = date.to_utc().to_string();
    let instant = short_fraction(&instant);
    ScalarText::Offset {
        instant,
        minutes: date.offset_minutes(),
    }
}

/// Writes a text with what XML requires escaped.
pub(super) fn write_text(out: &mut Vec<u8>, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.extend_from_slice(b"&amp;"),
            '<' => out.extend_from_slice(b"&lt;"),
            '>' => out.extend_from_slice(b"&gt;"),
            '\t' | '\n' => out.push(character as u8),
            // A bare CR would be read as a line feed (XML 1.0 section 2.11).
            control if control < ' ' => {
                out.extend_from_slice(format!("&#x{:X};", u32::from(control)).as_bytes());
            }
            other => out.extend_from_slice(other.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
}

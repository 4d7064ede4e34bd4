use formats::Format;

use super::{Part, Parts, end_of, first_character};

/// Colors a message in a format.
pub(crate) fn highlight_message(message: &str, format: Format) -> Vec<Part> {
    let mut parts = Parts::default();
    match format {
        Format::Xml => xml(message, &mut parts),
        Format::Jsv => message
            .split_inclusive('\n')
            .for_each(|line| jsv_line(line, &mut parts)),
        _ => json(message, &mut parts),
    }
    parts.0
}

/// `name: value,` on a line of its own.
fn jsv_line(line: &str, parts: &mut Parts) {
    match line.split_once(": ") {
        Some((name, value)) => {
            parts.push("p", name);
            parts.push("", ": ");
            let end = value.trim_end_matches([',', '\n']).len();
            parts.push(scalar_class(&value[..end]), &value[..end]);
            parts.push("", &value[end..]);
        }
        None => parts.push("", line),
    }
}

fn json(mut rest: &str, parts: &mut Parts) {
    while !rest.is_empty() {
        let length = match rest.chars().next() {
            Some('"') => quoted(rest),
            Some(first) if first.is_ascii_alphanumeric() || first == '-' => {
                end_of(rest, |c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            }
            _ => first_character(rest),
        };
        let (token, after) = rest.split_at(length);
        let class = match token.chars().next() {
            Some('"') if after.trim_start().starts_with(':') => "p",
            Some('"') => "s",
            Some(first) if first.is_ascii_alphanumeric() || first == '-' => scalar_class(token),
            _ => "",
        };
        parts.push(class, token);
        rest = after;
    }
}

fn quoted(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn scalar_class(text: &str) -> &'static str {
    match text {
        "true" | "false" | "True" | "False" | "null" => "k",
        number if number.parse::<f64>().is_ok() => "n",
        "{" | "[" | "" | "{}" | "[]" => "",
        _ => "s",
    }
}

fn xml(mut rest: &str, parts: &mut Parts) {
    while !rest.is_empty() {
        if !rest.starts_with('<') {
            let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            parts.push("", text);
            rest = after;
            continue;
        }
        let end = rest.find('>').map_or(rest.len(), |at| at + 1);
        let (tag, after) = rest.split_at(end);
        let (name, attributes) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
        parts.push("p", name);
        for (index, piece) in attributes.split('"').enumerate() {
            let is_value = index % 2 == 1;
            if index > 0 {
                parts.push("s", "\"");
            }
            parts.push(if is_value { "s" } else { "p" }, piece);
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use formats::Format;
    use proptest::prelude::*;

    use super::highlight_message;

    fn classes(message: &str, format: Format) -> Vec<(&'static str, String)> {
        let parts = highlight_message(message, format).into_iter();
        let colored = parts.filter(|part| !part.class.is_empty());
        colored.map(|part| (part.class, part.text)).collect()
    }

    #[test]
    fn names_and_values_are_told_apart() {
        let expected = [
            ("p", "\"a\""),
            ("s", "\"b:\\\"\""),
            ("p", "\"n\""),
            ("n", "-1.5"),
        ];
        let expected = expected.map(|(class, text)| (class, text.to_owned()));
        let json = r#"{"a":"b:\"","n":-1.5}"#;
        assert_eq!(classes(json, Format::Json), expected);
        let jsv = "{\n\ta: x,\n\tn: 1\n}";
        let expected = [("p", "\ta"), ("s", "x"), ("p", "\tn"), ("n", "1")];
        let expected = expected.map(|(class, text)| (class, text.to_owned()));
        assert_eq!(classes(jsv, Format::Jsv), expected);
        let expected = [("p", "<a b="), ("s", "\"c\""), ("p", ">"), ("p", "</a>")];
        let expected = expected.map(|(class, text)| (class, text.to_owned()));
        assert_eq!(classes("<a b=\"c\">d</a>", Format::Xml), expected);
    }

    proptest! {
        #[test]
        fn no_character_is_lost(message in "[a-z0-9\"\\\\<>/=:,{}\\[\\]é\n\t -]{0,60}") {
            for format in [Format::Json, Format::Jsv, Format::Xml, Format::Csv] {
                let parts = highlight_message(&message, format);
                let text: String = parts.into_iter().map(|part| part.text).collect();
                prop_assert_eq!(&text, &message);
            }
        }
    }
}

use regex_lite::Regex;

use super::{Check, Checked};
use crate::WireEnum;

/// Rules on text; all hold for null.
impl<T: Checked> Check<'_, T> {
    /// Between `min` and `max` characters, both allowed.
    pub fn length(self, min: usize, max: usize) -> Self {
        let Some(entered) = self.characters() else {
            return self;
        };
        let message = format!(
            "{} must be between {min} and {max} characters. You entered {entered} characters.",
            self.quoted_name(),
        );
        self.length_rule("Length", Some(min), Some(max), entered, message)
    }

    /// Exactly `count` characters.
    pub fn exact_length(self, count: usize) -> Self {
        let Some(entered) = self.characters() else {
            return self;
        };
        let message = format!(
            "{} must be {count} characters in length. You entered {entered} characters.",
            self.quoted_name(),
        );
        self.length_rule("Length", Some(count), Some(count), entered, message)
    }

    /// At least `min` characters.
    pub fn minimum_length(self, min: usize) -> Self {
        let Some(entered) = self.characters() else {
            return self;
        };
        let message = format!(
            "The length of {} must be at least {min} characters. You entered {entered} characters.",
            self.quoted_name(),
        );
        self.length_rule("MinimumLength", Some(min), None, entered, message)
    }

    /// At most `max` characters.
    pub fn maximum_length(self, max: usize) -> Self {
        let Some(entered) = self.characters() else {
            return self;
        };
        let message = format!(
            "The length of {} must be {max} characters or fewer. You entered {entered} characters.",
            self.quoted_name(),
        );
        self.length_rule("MaximumLength", None, Some(max), entered, message)
    }

    /// One `@` that is neither first nor last.
    pub fn email(self) -> Self {
        let holds = self
            .value
            .as_text()
            .is_none_or(|text| match text.find('@') {
                Some(at) => at > 0 && at + 1 < text.len() && text.rfind('@') == Some(at),
                None => false,
            });
        let message = format!("{} is not a valid email address.", self.quoted_name());
        self.rule("Email", holds, &[], message)
    }

    /// A match of `pattern`.
    pub fn matches(self, pattern: &Regex) -> Self {
        let holds = self
            .value
            .as_text()
            .is_none_or(|text| pattern.is_match(text));
        let message = format!("{} is not in the correct format.", self.quoted_name());
        let placeholders = [("RegularExpression", pattern.as_str().to_owned())];
        self.rule("RegularExpression", holds, &placeholders, message)
    }

    /// A number that passes Luhn's check; blanks and dashes do not count.
    pub fn credit_card(self) -> Self {
        let holds = self.value.as_text().is_none_or(passes_luhn);
        let message = format!("{} is not a valid credit card number.", self.quoted_name());
        self.rule("CreditCard", holds, &[], message)
    }

    /// The name or number of a value of `E`.
    pub fn is_in_enum<E: WireEnum>(self) -> Self {
        let text = self.value.text();
        let holds = text.as_deref().is_none_or(|text| {
            E::descriptor().enum_members.iter().any(|member| {
                member.name.eq_ignore_ascii_case(text) || member.value.to_string() == text
            })
        });
        let message = format!(
            "{} has a range of values which does not include '{}'.",
            self.quoted_name(),
            text.unwrap_or_default(),
        );
        self.rule("Enum", holds, &[], message)
    }

    fn characters(&self) -> Option<usize> {
        // .NET counts UTF-16 units.
        self.value.as_text().map(|text| text.encode_utf16().count())
    }

    fn length_rule(
        self,
        code: &str,
        min: Option<usize>,
        max: Option<usize>,
        entered: usize,
        message: String,
    ) -> Self {
        let holds = min.is_none_or(|min| entered >= min) && max.is_none_or(|max| entered <= max);
        // An open end is 0 below and -1 above, as .NET's validator keeps it.
        let placeholders = [
            ("MinLength", min.unwrap_or(0).to_string()),
            (
                "MaxLength",
                max.map_or_else(|| "-1".to_owned(), |max| max.to_string()),
            ),
            ("TotalLength", entered.to_string()),
        ];
        self.rule(code, holds, &placeholders, message)
    }
}

fn passes_luhn(text: &str) -> bool {
    let mut sum = 0;
    let mut double = false;
    let digits = text
        .chars()
        .rev()
        .filter(|character| !matches!(character, '-' | ' '));
    for character in digits {
        let Some(digit) = character.to_digit(10) else {
            return false;
        };
        let value = if double { digit * 2 } else { digit };
        sum += value / 10 + value % 10;
        double = !double;
    }
    sum % 10 == 0
}

use std::fmt::Write;

use super::{Checked, Failure, Validation};

/// The rules of one property, chained.
#[derive(Debug)]
pub struct Check<'a, T> {
    validation: &'a mut Validation,
    name: &'a str,
    /// The place in the list that the value is an item of.
    index: Option<usize>,
    pub(super) value: &'a T,
    applies: bool,
    /// Whether the rule stated last failed, so that its code or message can be replaced.
    failed: bool,
}

impl<'a, T: Checked> Check<'a, T> {
    pub(super) fn new(validation: &'a mut Validation, name: &'a str, value: &'a T) -> Self {
        Self {
            validation,
            name,
            index: None,
            value,
            applies: true,
            failed: false,
        }
    }

    pub(super) fn of_item(
        validation: &'a mut Validation,
        name: &'a str,
        index: usize,
        value: &'a T,
    ) -> Self {
        Self {
            index: Some(index),
            ..Self::new(validation, name, value)
        }
    }

    /// The rules that follow apply only if `condition` holds.
    #[must_use]
    pub fn when(mut self, condition: bool) -> Self {
        self.applies = condition;
        self
    }

    /// The rules that follow apply only if `condition` does not hold.
    #[must_use]
    pub fn unless(self, condition: bool) -> Self {
        self.when(!condition)
    }

    /// Another code for the rule before.
    pub fn with_code(mut self, code: &str) -> Self {
        if let Some(failure) = self.last_failure() {
            code.clone_into(&mut failure.error_code);
        }
        self
    }

    /// Another message for the rule before.
    pub fn with_message(mut self, message: &str) -> Self {
        if let Some(failure) = self.last_failure() {
            message.clone_into(&mut failure.message);
        }
        self
    }

    /// Not null, not blank, not an empty list, not the type's default.
    pub fn not_empty(self) -> Self {
        let message = format!("{} must not be empty.", self.quoted_name());
        let holds = !self.value.is_empty();
        self.rule("NotEmpty", holds, &[], message)
    }

    /// Not null.
    pub fn not_null(self) -> Self {
        let message = format!("{} must not be empty.", self.quoted_name());
        let holds = !self.value.is_null();
        self.rule("NotNull", holds, &[], message)
    }

    /// Null, blank, an empty list or the type's default.
    pub fn empty(self) -> Self {
        let message = format!("{} must be empty.", self.quoted_name());
        let holds = self.value.is_empty();
        self.rule("Empty", holds, &[], message)
    }

    /// Null.
    pub fn null(self) -> Self {
        let message = format!("{} must be empty.", self.quoted_name());
        let holds = self.value.is_null();
        self.rule("Null", holds, &[], message)
    }

    /// A condition of the application's own.
    pub fn must(self, condition: impl FnOnce(&T) -> bool) -> Self {
        let message = format!(
            "The specified condition was not met for {}.",
            self.quoted_name()
        );
        let holds = condition(self.value);
        self.rule("Predicate", holds, &[], message)
    }

    /// States a rule: its code, whether it holds, its placeholders and its message.
    pub(super) fn rule(
        mut self,
        code: &str,
        holds: bool,
        placeholders: &[(&str, String)],
        message: String,
    ) -> Self {
        self.failed = self.applies && !holds;
        if self.failed {
            let mut field_name = self.validation.field(self.name);
            if let Some(index) = self.index {
                let _ = write!(field_name, "[{index}]");
            }
            let mut failure = Failure::new(field_name, code, message);
            let own = placeholders
                .iter()
                .map(|(name, value)| (*name, Some(value.clone())));
            let property = [
                ("PropertyName", Some(display_name(self.name))),
                ("PropertyValue", self.value.text()),
            ];
            let index = self.validation.collection_index;
            let index = index.map(|index| ("CollectionIndex", Some(index.to_string())));
            let all = own.chain(property).chain(index);
            failure
                .meta
                .extend(all.map(|(name, value)| (name.to_owned(), value)));
            self.validation.failures.push(failure);
        }
        self
    }

    /// The display name in the quotes that messages put around it.
    pub(super) fn quoted_name(&self) -> String {
        format!("'{}'", display_name(self.name))
    }

    fn last_failure(&mut self) -> Option<&mut Failure> {
        if self.failed {
            self.validation.failures.last_mut()
        } else {
            None
        }
    }
}

/// `FirstName` is shown as `First Name`.
fn display_name(name: &str) -> String {
    let mut display = String::with_capacity(name.len() + 4);
    let mut follows_lower = false;
    for character in name.chars() {
        if character.is_uppercase() && follows_lower {
            display.push(' ');
        }
        follows_lower = character.is_lowercase() || character.is_ascii_digit();
        display.push(character);
    }
    display
}

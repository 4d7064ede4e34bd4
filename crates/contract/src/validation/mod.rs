//! The rules that a request must meet before its service sees it.
//!
//! Codes, messages and placeholders are those that ServiceStack's clients show and translate.

mod check;
mod checked;
mod comparison;
mod failure;
mod text_rules;

pub use check::Check;
pub use checked::Checked;
pub use comparison::Comparand;
pub use failure::Failure;

/// Collects what fails, rule by rule, in the order in which the rules are stated.
///
/// ```
/// use contract::Validation;
///
/// let mut rules = Validation::new();
/// rules.property("Name", &Some(String::new())).not_empty();
/// rules.property("Age", &0).greater_than(0).with_code("ShouldBePositive");
/// let codes: Vec<_> = rules.into_failures().into_iter().map(|f| f.error_code).collect();
/// assert_eq!(codes, ["NotEmpty", "ShouldBePositive"]);
/// ```
#[derive(Debug, Default)]
pub struct Validation {
    failures: Vec<Failure>,
    prefix: String,
    collection_index: Option<usize>,
}

impl Validation {
    /// No rule has failed yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The rules of one property, by its CLR name.
    pub fn property<'a, T: Checked>(&'a mut self, name: &'a str, value: &'a T) -> Check<'a, T> {
        Check::new(self, name, value)
    }

    /// The same rules for every item of a list; fields go by `Items[0].Name`.
    pub fn each<'a, T: 'a>(
        &mut self,
        name: &str,
        items: impl IntoIterator<Item = &'a T>,
        rules: impl Fn(&mut Self, &T),
    ) {
        let outer = (self.prefix.clone(), self.collection_index);
        for (index, item) in items.into_iter().enumerate() {
            self.prefix = format!("{}{name}[{index}].", outer.0);
            self.collection_index = Some(index);
            rules(self, item);
        }
        (self.prefix, self.collection_index) = outer;
    }

    /// The same rules for every value of a list; fields go by `Names[0]`.
    pub fn each_value<'a, T: Checked + 'a>(
        &mut self,
        name: &str,
        values: impl IntoIterator<Item = &'a T>,
        rules: impl Fn(Check<'_, T>),
    ) {
        let outer = self.collection_index;
        for (index, value) in values.into_iter().enumerate() {
            self.collection_index = Some(index);
            rules(Check::of_item(self, name, index, value));
        }
        self.collection_index = outer;
    }

    /// The rules of an object that a property holds; fields go by `Child.Name`.
    pub fn nested(&mut self, name: &str, rules: impl FnOnce(&mut Self)) {
        let outer = self.prefix.clone();
        self.prefix = format!("{outer}{name}.");
        rules(self);
        self.prefix = outer;
    }

    /// A rule of the application's own: fails `field` unless `holds`.
    pub fn must(&mut self, field: &str, holds: bool, code: &str, message: impl Into<String>) {
        if !holds {
            let field_name = format!("{}{field}", self.prefix);
            self.failures.push(Failure::new(field_name, code, message));
        }
    }

    /// What failed; empty if every rule holds.
    pub fn into_failures(self) -> Vec<Failure> {
        self.failures
    }

    fn field(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}

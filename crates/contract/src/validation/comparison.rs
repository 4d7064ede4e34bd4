use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Check, Checked};
use crate::{DateTime, DateTimeOffset, TimeSpan};

/// The number or text that a rule compares with.
#[derive(Debug, Clone)]
pub struct Comparand {
    text: String,
    number: Option<Decimal>,
}

macro_rules! number_comparands {
    ($($type:ty),*) => {$(
        impl From<$type> for Comparand {
            fn from(value: $type) -> Self {
                Self { text: value.to_string(), number: Decimal::try_from(value).ok() }
            }
        }
    )*};
}

number_comparands!(u8, i16, u16, i32, i64, u32, u64, f32, f64);

macro_rules! scalar_comparands {
    ($($type:ty),*) => {$(
        impl From<$type> for Comparand {
            fn from(value: $type) -> Self {
                Self {
                    text: value.text().unwrap_or_default(),
                    number: value.as_number(),
                }
            }
        }
    )*};
}

scalar_comparands!(bool, crate::Decimal, DateTime, DateTimeOffset, TimeSpan);

impl From<&str> for Comparand {
    fn from(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            number: None,
        }
    }
}

/// Rules that compare; all but `not_equal` and `equal` hold for null.
impl<T: Checked> Check<'_, T> {
    /// Greater than `than`.
    pub fn greater_than(self, than: impl Into<Comparand>) -> Self {
        self.ordering("GreaterThan", "greater than", than.into(), Ordering::is_gt)
    }

    /// Greater than `than` or equal to it.
    pub fn greater_than_or_equal(self, than: impl Into<Comparand>) -> Self {
        let words = "greater than or equal to";
        self.ordering("GreaterThanOrEqual", words, than.into(), Ordering::is_ge)
    }

    /// Less than `than`.
    pub fn less_than(self, than: impl Into<Comparand>) -> Self {
        self.ordering("LessThan", "less than", than.into(), Ordering::is_lt)
    }

    /// Less than `than` or equal to it.
    pub fn less_than_or_equal(self, than: impl Into<Comparand>) -> Self {
        let words = "less than or equal to";
        self.ordering("LessThanOrEqual", words, than.into(), Ordering::is_le)
    }

    /// Equal to `to`.
    pub fn equal(self, to: impl Into<Comparand>) -> Self {
        let to = to.into();
        let holds = self.equals(&to);
        self.comparison("Equal", "be equal to", &to, holds)
    }

    /// Not equal to `to`.
    pub fn not_equal(self, to: impl Into<Comparand>) -> Self {
        let to = to.into();
        let holds = !self.equals(&to);
        self.comparison("NotEqual", "not be equal to", &to, holds)
    }

    /// Between `from` and `to`, both allowed.
    pub fn inclusive_between(self, from: impl Into<Comparand>, to: impl Into<Comparand>) -> Self {
        let (from, to) = (from.into(), to.into());
        let below = self.compare(&from).is_some_and(Ordering::is_lt);
        let above = self.compare(&to).is_some_and(Ordering::is_gt);
        self.between("InclusiveBetween", "", &from, &to, !below && !above)
    }

    /// Between `from` and `to`, neither allowed.
    pub fn exclusive_between(self, from: impl Into<Comparand>, to: impl Into<Comparand>) -> Self {
        let (from, to) = (from.into(), to.into());
        let below = self.compare(&from).is_some_and(Ordering::is_le);
        let above = self.compare(&to).is_some_and(Ordering::is_ge);
        let words = " (exclusive)";
        self.between("ExclusiveBetween", words, &from, &to, !below && !above)
    }

    /// At most `precision` digits in all, `scale` of them after the point.
    pub fn scale_precision(self, scale: u32, precision: u32) -> Self {
        // As it was written: `1.50` has two decimals.
        let Some(number) = self.value.as_number() else {
            return self;
        };
        let digits = number
            .mantissa()
            .unsigned_abs()
            .to_string()
            .trim_start_matches('0')
            .len();
        let actual_scale = number.scale();
        let whole = digits.saturating_sub(actual_scale as usize);
        let holds = actual_scale <= scale && whole <= (precision - scale.min(precision)) as usize;
        let message = format!(
            "{} must not be more than {precision} digits in total, with allowance for {scale} \
             decimals. {whole} digits and {actual_scale} decimals were found.",
            self.quoted_name(),
        );
        let placeholders = [
            ("ExpectedPrecision", precision.to_string()),
            ("ExpectedScale", scale.to_string()),
            ("Digits", whole.to_string()),
            ("ActualScale", actual_scale.to_string()),
        ];
        self.rule("ScalePrecision", holds, &placeholders, message)
    }

    fn ordering(
        self,
        code: &str,
        words: &str,
        than: Comparand,
        accepted: impl Fn(Ordering) -> bool,
    ) -> Self {
        let holds = self.compare(&than).is_none_or(accepted);
        self.comparison(code, &format!("be {words}"), &than, holds)
    }

    /// How the value stands to `with`; `None` for null, and for what has no order.
    fn compare(&self, with: &Comparand) -> Option<Ordering> {
        if let Some(value) = self.value.as_number() {
            let number = with.number.or_else(|| T::number_of(&with.text));
            return number.map(|number| value.cmp(&number));
        }
        let text = self.value.as_text()?;
        Some(text.cmp(with.text.as_str()))
    }

    fn comparison(self, code: &str, words: &str, with: &Comparand, holds: bool) -> Self {
        let message = format!("{} must {words} '{}'.", self.quoted_name(), with.text);
        let placeholders = [
            ("ComparisonValue", with.text.clone()),
            ("ComparisonProperty", String::new()),
        ];
        self.rule(code, holds, &placeholders, message)
    }

    fn between(
        self,
        code: &str,
        suffix: &str,
        from: &Comparand,
        to: &Comparand,
        holds: bool,
    ) -> Self {
        let entered = self.value.text().unwrap_or_default();
        let message = format!(
            "{} must be between {} and {}{suffix}. You entered {entered}.",
            self.quoted_name(),
            from.text,
            to.text,
        );
        let placeholders = [
            ("From", from.text.clone()),
            ("To", to.text.clone()),
            ("Value", entered),
        ];
        self.rule(code, holds, &placeholders, message)
    }

    fn equals(&self, to: &Comparand) -> bool {
        match self.compare(to) {
            Some(ordering) => ordering.is_eq(),
            None => self.value.text().is_some_and(|text| text == to.text),
        }
    }
}

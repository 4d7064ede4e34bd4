use rust_decimal::Decimal;

use super::{Check, Checked};

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

number_comparands!(i32, i64, u32, u64, f64);

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
        self.ordering("GreaterThan", "greater than", than.into(), |value, than| {
            value > than
        })
    }

    /// Greater than `than` or equal to it.
    pub fn greater_than_or_equal(self, than: impl Into<Comparand>) -> Self {
        let words = "greater than or equal to";
        self.ordering("GreaterThanOrEqual", words, than.into(), |value, than| {
            value >= than
        })
    }

    /// Less than `than`.
    pub fn less_than(self, than: impl Into<Comparand>) -> Self {
        self.ordering("LessThan", "less than", than.into(), |value, than| {
            value < than
        })
    }

    /// Less than `than` or equal to it.
    pub fn less_than_or_equal(self, than: impl Into<Comparand>) -> Self {
        let words = "less than or equal to";
        self.ordering("LessThanOrEqual", words, than.into(), |value, than| {
            value <= than
        })
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
        let within = |value, from, to| value >= from && value <= to;
        self.between("InclusiveBetween", "", &from.into(), &to.into(), within)
    }

    /// Between `from` and `to`, neither allowed.
    pub fn exclusive_between(self, from: impl Into<Comparand>, to: impl Into<Comparand>) -> Self {
        let within = |value, from, to| value > from && value < to;
        self.between(
            "ExclusiveBetween",
            " (exclusive)",
            &from.into(),
            &to.into(),
            within,
        )
    }

    /// At most `precision` digits in all, `scale` of them after the point.
    pub fn scale_precision(self, scale: u32, precision: u32) -> Self {
        let Some(number) = self.value.as_number().map(|number| number.normalize()) else {
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
        holds: impl Fn(Decimal, Decimal) -> bool,
    ) -> Self {
        let holds = match (self.value.as_number(), than.number) {
            (Some(value), Some(than)) => holds(value, than),
            _ => true,
        };
        self.comparison(code, &format!("be {words}"), &than, holds)
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
        within: impl Fn(Decimal, Decimal, Decimal) -> bool,
    ) -> Self {
        let holds = match (self.value.as_number(), from.number, to.number) {
            (Some(value), Some(from), Some(to)) => within(value, from, to),
            _ => true,
        };
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
        match (self.value.as_number(), to.number) {
            (Some(value), Some(to)) => value == to,
            _ => self.value.text().is_some_and(|text| text == to.text),
        }
    }
}

mod table;
mod value;

use super::Language;
use super::identifier::is_among;
use crate::MetadataTypesConfig;
use table::{OPTIONS, OptionRow};

pub(super) use value::list;

/// What the query of `/types/{language}` states. What it leaves open follows the language's and then
/// the host's own options.
#[derive(Debug, Clone, Default)]
pub struct NativeTypesOptions {
    stated: Vec<(&'static OptionRow, String)>,
    without_header: bool,
}

/// An option whose value cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionError {
    /// The option, as the documentation spells it.
    pub name: &'static str,
    /// The value that was given.
    pub value: String,
    /// What it should have been: `True or False`.
    pub expected: &'static str,
}

impl std::fmt::Display for OptionError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            name,
            value,
            expected,
        } = self;
        write!(
            out,
            "'{value}' is not a value for {name}: expected {expected}"
        )
    }
}

impl std::error::Error for OptionError {}

impl NativeTypesOptions {
    /// Reads the pairs of a query. Names match in any case; a name that is no option is ignored, as
    /// update tools send every line of the head back; an empty value states nothing.
    ///
    /// # Errors
    /// [`OptionError`] for a value that is not of the option's type.
    pub fn from_query<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, OptionError> {
        let mut options = Self::default();
        for (name, value) in pairs {
            if name.eq_ignore_ascii_case("WithoutOptions") {
                options.without_header = true;
            } else if let Some(row) = row(name)
                && !value.trim().is_empty()
            {
                options.state(row, value)?;
            }
        }
        // One order, so that queries that say the same make the same file.
        options.stated.sort_by_key(|(row, _)| place(row));
        Ok(options)
    }

    /// The options of what an operation's page shows of it.
    pub(super) fn of_operation(name: &str) -> Self {
        let pattern = format!("{name}.*");
        let stated = [
            ("IncludeTypes", pattern.as_str()),
            ("AddReturnMarker", "False"),
            ("AddServiceStackTypes", "False"),
        ];
        let stated = stated.into_iter();
        Self {
            stated: stated
                .filter_map(|(name, value)| Some((row(name)?, value.to_owned())))
                .collect(),
            without_header: true,
        }
    }

    fn state(&mut self, row: &'static OptionRow, value: &str) -> Result<(), OptionError> {
        let mut scratch = MetadataTypesConfig::default();
        (row.set)(&mut scratch, value.trim()).map_err(|expected| OptionError {
            name: row.name,
            value: value.to_owned(),
            expected,
        })?;
        self.stated.retain(|(stated, _)| stated.name != row.name);
        self.stated.push((row, value.trim().to_owned()));
        Ok(())
    }

    /// The options that hold: the host's, with the language's own defaults, with what is stated.
    pub(super) fn applied_to(
        &self,
        language: &Language,
        host: Option<&MetadataTypesConfig>,
    ) -> MetadataTypesConfig {
        let mut config = host.cloned().unwrap_or_default();
        (language.defaults)(&mut config);
        for (row, value) in &self.stated {
            // A value that does not fit was refused when it was stated.
            let _ = (row.set)(&mut config, value);
        }
        config
    }

    /// Whether the head of the file is left out.
    pub(super) fn without_header(&self) -> bool {
        self.without_header
    }

    /// The lines of the head: those of `names`, then what else is stated; each with its value and
    /// whether it was stated.
    pub(super) fn header_lines(
        &self,
        names: &str,
        config: &MetadataTypesConfig,
    ) -> Vec<(&'static str, String, bool)> {
        let listed = names.split_whitespace().filter_map(row);
        let further = self.stated.iter().map(|(row, _)| *row);
        let further = further.filter(|row| !is_among(row.name, names) && row.name != "BaseUrl");
        listed
            .chain(further)
            .map(|row| (row.name, (row.show)(config), self.states(row.name)))
            .collect()
    }

    /// Whether the option of that name was stated.
    pub(super) fn states(&self, name: &str) -> bool {
        self.stated.iter().any(|(row, _)| row.name == name)
    }
}

impl std::fmt::Display for NativeTypesOptions {
    /// All that was stated, a line each: the same for queries that say the same.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.without_header {
            out.write_str("WithoutOptions\n")?;
        }
        for (row, value) in &self.stated {
            let mut scratch = MetadataTypesConfig::default();
            // A value that does not fit was refused when it was stated.
            let _ = (row.set)(&mut scratch, value);
            writeln!(out, "{}={:?}", row.name, (row.show)(&scratch))?;
        }
        Ok(())
    }
}

fn place(row: &OptionRow) -> Option<usize> {
    OPTIONS.iter().position(|other| other.name == row.name)
}

fn row(name: &str) -> Option<&'static OptionRow> {
    OPTIONS
        .iter()
        .find(|row| row.name.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::NativeTypesOptions;

    #[test]
    fn names_match_in_any_case_and_strangers_are_ignored() {
        let options = NativeTypesOptions::from_query([
            ("makepropertiesoptional", "true"),
            ("Version", "6.110"),
            ("GlobalNamespace", ""),
            ("INCLUDETYPES", "Hello.*,{auth,admin}"),
        ])
        .unwrap();
        let names: Vec<_> = options.stated.iter().map(|(row, _)| row.name).collect();
        assert_eq!(names, ["MakePropertiesOptional", "IncludeTypes"]);
    }

    #[test]
    fn queries_that_say_the_same_are_written_the_same() {
        let written = |pairs: &[(&str, &str)]| {
            let options = NativeTypesOptions::from_query(pairs.iter().copied());
            options.unwrap().to_string()
        };
        let expected = "MakeVirtual=\"False\"\nIncludeTypes=\"A,B\"\n";
        assert_eq!(
            written(&[("IncludeTypes", "A, B"), ("MakeVirtual", "false")]),
            expected
        );
        assert_eq!(
            written(&[("makevirtual", "0"), ("x", "y"), ("includetypes", "[A,B]")]),
            expected
        );
        assert_eq!(written(&[("WithoutOptions", "")]), "WithoutOptions\n");
    }

    #[test]
    fn a_value_of_the_wrong_type_is_named() {
        let error = NativeTypesOptions::from_query([("addResponseStatus", "maybe")]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "'maybe' is not a value for AddResponseStatus: expected True or False"
        );
        let error = NativeTypesOptions::from_query([("AddImplicitVersion", "v1")]).unwrap_err();
        assert_eq!(error.expected, "a whole number");
    }
}

use super::escape;
use super::source::Source;
use super::{Language, NativeTypesOptions, Stamp};
use crate::MetadataTypesConfig;

/// How a language writes the comment at the head of a file, which update tools read: everything from
/// the line `BaseUrl: …` to the end of the comment that is not commented within it is sent back as a
/// query.
#[derive(Debug)]
pub(super) struct HeaderStyle {
    /// Lines before the comment.
    pub(super) before: &'static [&'static str],
    /// The line that opens it, with `Options:`.
    pub(super) open: &'static str,
    /// The line that closes it, if one does.
    pub(super) close: Option<&'static str>,
    /// What each line starts with.
    pub(super) prefix: &'static str,
    /// What an option that was not stated starts with.
    pub(super) commented: &'static str,
    /// A line between date and version.
    pub(super) language_version: Option<&'static str>,
    /// The options that it shows, stated or not, separated by blanks.
    pub(super) options: &'static str,
    /// Whether the language's formatter takes blanks away at the end of a line.
    pub(super) is_trimmed: bool,
}

/// The style of languages with `/* … */`, without options.
pub(super) const C_STYLE: HeaderStyle = HeaderStyle {
    before: &[],
    open: "/* Options:",
    close: Some("*/"),
    prefix: "",
    commented: "//",
    language_version: None,
    options: "",
    is_trimmed: false,
};

/// Writes the head of a file and an empty line.
pub(super) fn write(
    language: &Language,
    config: &MetadataTypesConfig,
    options: &NativeTypesOptions,
    stamp: &Stamp<'_>,
    out: &mut Source,
) {
    let style = &language.header;
    out.lines(style.before);
    out.line(style.open);
    let mut line = |text: &str| out.line(format!("{}{text}", style.prefix));
    let base_url = config
        .base_url
        .as_deref()
        .filter(|_| options.states("BaseUrl"));
    let base_url = base_url.unwrap_or(stamp.base_url);
    let tip = format!(
        "Tip: To override a DTO option, remove \"{}\" prefix before updating",
        style.commented.trim()
    );
    line(&format!("Date: {}", escape::comment(stamp.date)));
    if let Some(version) = style.language_version {
        line(version);
    }
    line(&format!("Version: {}", escape::comment(stamp.version)));
    line(&tip);
    line(&format!("BaseUrl: {}", escape::comment(base_url)));
    line("");
    for (name, value, stated) in options.header_lines(style.options, config) {
        let mark = if stated { "" } else { style.commented };
        let text = format!("{mark}{name}: {}", escape::comment(&value));
        line(if style.is_trimmed {
            text.trim_end()
        } else {
            &text
        });
    }
    out.lines(style.close);
    out.blank();
}

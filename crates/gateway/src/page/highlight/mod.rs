//! Colors for source and messages, made here so that a page needs no script for them.
//!
//! A text is cut into [`Part`]s, which a template writes as spans; together they are the text.

mod grammar;
mod message;
mod source;

pub(crate) use message::highlight_message;
pub(crate) use source::highlight_source;

/// A piece of a text and the class that colors it: `k` keyword, `t` type, `s` string, `n` number,
/// `p` property, `c` comment; none for what is plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) class: &'static str,
    pub(crate) text: String,
}

/// Gathers parts; neighbors of one class become one.
#[derive(Default)]
struct Parts(Vec<Part>);

impl Parts {
    fn push(&mut self, class: &'static str, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.class == class => last.text.push_str(text),
            _ => self.0.push(Part {
                class,
                text: text.to_owned(),
            }),
        }
    }
}

/// Where the first characters for which `is_part` holds end.
fn end_of(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|character| !is_part(character))
        .unwrap_or(text.len())
}

/// Where the first character ends; 0 in an empty text.
fn first_character(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

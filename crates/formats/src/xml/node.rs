use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::DecodeError;

/// How deep elements may nest.
const MAX_DEPTH: usize = 128;
/// How many elements a document may have: each takes far more memory than its text.
const MAX_ELEMENTS: usize = 500_000;

/// An element that was read: what a data contract needs of it.
#[derive(Debug, Default)]
pub(crate) struct Node {
    /// Without its prefix.
    pub(super) name: String,
    pub(super) is_nil: bool,
    pub(crate) text: String,
    pub(crate) children: Vec<Node>,
}

impl Node {
    /// Reads a document into its root element.
    pub(super) fn parse(text: &str) -> Result<Self, DecodeError> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        // What is open, below an element that stands for the document.
        let mut open = vec![Self::default()];
        let mut elements = 0;
        loop {
            let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let fault = |message: &str| DecodeError::at(message, text, at);
            match reader
                .read_event()
                .map_err(|error| fault(&error.to_string()))?
            {
                Event::Start(start) if open.len() > MAX_DEPTH => {
                    drop(start);
                    return Err(fault("elements nest too deep"));
                }
                Event::Start(_) if elements == MAX_ELEMENTS => {
                    return Err(fault("the document has too many elements"));
                }
                Event::Start(start) => {
                    elements += 1;
                    open.push(Self::of(&start));
                }
                Event::End(_) => {
                    let (Some(done), Some(parent)) = (open.pop(), open.last_mut()) else {
                        return Err(fault("an element is closed that was never opened"));
                    };
                    parent.children.push(done);
                }
                Event::Text(part) => {
                    add_text(&mut open, &part);
                }
                Event::CData(part) => {
                    add_text(&mut open, &part);
                }
                Event::GeneralRef(reference) => {
                    let part = resolve(&reference).ok_or_else(|| fault("an unknown entity"))?;
                    add_text(&mut open, &part);
                }
                Event::DocType(_) => return Err(fault("document type definitions are refused")),
                Event::Eof => break,
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Empty(_) => {}
            }
        }
        Self::root_of(open)
    }

    fn of(start: &BytesStart<'_>) -> Self {
        let name = start.local_name().as_ref().to_owned();
        let is_nil = start.attributes().flatten().any(|attribute| {
            attribute.key.local_name().as_ref() == "nil" && attribute.value.as_ref() == "true"
        });
        Self {
            name,
            is_nil,
            ..Self::default()
        }
    }

    fn root_of(mut open: Vec<Self>) -> Result<Self, DecodeError> {
        let document = open.pop().filter(|_| open.is_empty());
        let document = document.ok_or_else(|| DecodeError::new("an element is never closed"))?;
        let has_text = !document.text.trim().is_empty();
        let mut roots = document.children.into_iter();
        match (roots.next(), roots.next(), has_text) {
            (Some(root), None, false) => Ok(root),
            _ => Err(DecodeError::new(
                "a document has one root element and no text around it",
            )),
        }
    }
}

fn add_text(open: &mut [Node], part: &str) {
    if let Some(node) = open.last_mut() {
        node.text.push_str(part);
    }
}

/// The five entities that XML defines, and characters by number.
fn resolve(reference: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Some(character.to_string());
    }
    let name: &str = reference;
    let text = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    };
    Some(text.to_owned())
}

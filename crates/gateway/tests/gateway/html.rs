use html5gum::{StartTag, Token, Tokenizer};

/// Elements that are never closed.
const VOID: [&str; 5] = ["meta", "br", "wbr", "input", "link"];

/// What a page consists of.
#[derive(Debug, Default)]
pub(crate) struct Elements {
    /// Names of the elements, in order.
    pub(crate) names: Vec<String>,
    /// Names and values of all attributes.
    pub(crate) attributes: Vec<(String, String)>,
    /// The texts outside of tags.
    pub(crate) text: String,
}

/// Reads a page strictly.
///
/// # Panics
/// The page is malformed, or an element is not closed where it should be.
pub(crate) fn read(page: &str) -> Elements {
    let mut elements = Elements::default();
    let mut open: Vec<String> = Vec::new();
    for token in Tokenizer::new(page) {
        match token.unwrap() {
            Token::Error(fault) => panic!("{fault:?} in {page}"),
            Token::StartTag(tag) => {
                let name = elements.start(&tag);
                if !VOID.contains(&name.as_str()) && !tag.self_closing {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                assert_eq!(open.pop().as_ref(), Some(&name), "{page}");
            }
            Token::String(text) => elements.text.push_str(&String::from_utf8_lossy(&text)),
            Token::Doctype(_) | Token::Comment(_) => {}
        }
    }
    assert!(open.is_empty(), "{open:?} in {page}");
    elements
}

impl Elements {
    fn start(&mut self, tag: &StartTag<()>) -> String {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        self.names.push(name.clone());
        for (attribute, value) in &tag.attributes {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            self.attributes.push((text(attribute), text(value)));
        }
        name
    }

    /// How many elements of that name there are.
    pub(crate) fn count(&self, name: &str) -> usize {
        self.names.iter().filter(|found| *found == name).count()
    }

    /// The values of the attributes of that name.
    pub(crate) fn values(&self, name: &str) -> Vec<&str> {
        let found = self.attributes.iter().filter(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str()).collect()
    }
}

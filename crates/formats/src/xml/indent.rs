use quick_xml::events::Event;
use quick_xml::{Reader, Writer};

use crate::EncodeError;

/// Breaks a compact document into lines, two blanks a level, without its declaration: as
/// metadata pages show it.
///
/// # Errors
/// It is no document.
pub fn indent_xml(compact: &[u8]) -> Result<String, EncodeError> {
    let text = std::str::from_utf8(compact).map_err(|fault| EncodeError::new(fault.to_string()))?;
    let fault = |fault: &dyn std::fmt::Display| EncodeError::new(fault.to_string());
    let mut reader = Reader::from_str(text);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    loop {
        match reader.read_event().map_err(|error| fault(&error))? {
            Event::Eof => break,
            Event::Decl(_) => {}
            event => writer.write_event(event).map_err(|error| fault(&error))?,
        }
    }
    String::from_utf8(writer.into_inner()).map_err(|error| fault(&error))
}

#[cfg(test)]
mod tests {
    use super::indent_xml;

    #[test]
    fn elements_stand_on_lines_and_texts_stay() {
        let compact = b"<?xml version=\"1.0\" encoding=\"utf-8\"?><a xmlns:i=\"x\"><b>1 &lt; 2</b>\
            <c i:nil=\"true\" /><d><e>y</e></d></a>";
        let expected = "<a xmlns:i=\"x\">\n  <b>1 &lt; 2</b>\n  <c i:nil=\"true\" />\n  <d>\n    \
            <e>y</e>\n  </d>\n</a>";
        assert_eq!(indent_xml(compact).unwrap(), expected);
    }

    #[test]
    fn what_is_no_document_is_refused() {
        assert!(indent_xml(b"<a></b>").is_err());
        assert!(indent_xml(&[0xff]).is_err());
    }
}

use crate::EncodeError;

/// Breaks compact JSV into lines as metadata pages show it: a tab a level, a blank after a
/// member's name, brackets on lines of their own; what is empty stays closed.
///
/// # Errors
/// The text is not UTF-8.
pub fn indent_jsv(compact: &[u8]) -> Result<String, EncodeError> {
    let text = std::str::from_utf8(compact).map_err(|fault| EncodeError::new(fault.to_string()))?;
    let mut indenter = Indenter::default();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        indenter.write(character, characters.as_str());
    }
    Ok(indenter.out)
}

#[derive(Default)]
struct Indenter {
    out: String,
    /// What is open: `}` or `]`.
    open: Vec<char>,
    is_quoted: bool,
    /// Whether the next `:` ends a member's name.
    is_name: bool,
}

impl Indenter {
    fn write(&mut self, character: char, rest: &str) {
        if character == '"' {
            self.is_quoted = !self.is_quoted;
        }
        if self.is_quoted {
            return self.out.push(character);
        }
        match character {
            '{' => self.open('{', '}', rest),
            '[' => self.open('[', ']', rest),
            '}' | ']' if self.open.last() == Some(&character) => {
                self.open.pop();
                if !self.out.ends_with(['{', '[']) {
                    self.new_line();
                }
                self.out.push(character);
            }
            ',' => {
                self.out.push(',');
                self.new_line();
                self.is_name = self.open.last() == Some(&'}');
            }
            ':' if self.is_name => {
                self.is_name = false;
                self.out.push_str(": ");
                let is_empty = rest.starts_with("{}") || rest.starts_with("[]");
                if rest.starts_with(['{', '[']) && !is_empty {
                    self.new_line();
                }
            }
            other => self.out.push(other),
        }
    }

    fn open(&mut self, bracket: char, closing: char, rest: &str) {
        self.out.push(bracket);
        self.open.push(closing);
        self.is_name = bracket == '{';
        if !rest.starts_with(closing) {
            self.new_line();
        }
    }

    fn new_line(&mut self) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n('\t', self.open.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::indent_jsv;

    #[test]
    fn a_level_is_a_tab_and_a_name_ends_with_a_blank() {
        let compact = b"{id:0,at:12:30,tags:[a,\"b,:]\"\"\"],inner:{a:1},none:{},rows:[{},[]]}";
        let expected = "{\n\tid: 0,\n\tat: 12:30,\n\ttags: \n\t[\n\t\ta,\n\t\t\"b,:]\"\"\"\n\t],\
            \n\tinner: \n\t{\n\t\ta: 1\n\t},\n\tnone: {},\n\trows: \n\t[\n\t\t{},\n\t\t[]\n\t]\n}";
        assert_eq!(indent_jsv(compact).unwrap(), expected);
    }

    #[test]
    fn a_scalar_stays_as_it_is() {
        assert_eq!(indent_jsv(b"12:30").unwrap(), "12:30");
        assert!(indent_jsv(&[0xff]).is_err());
    }
}

use std::borrow::Cow;

use memchr::memchr3;

use crate::DecodeError;
use crate::member::MAX_MEMBERS;

/// How deep lists and objects may nest.
const MAX_DEPTH: u8 = 128;

/// The text and the place in it.
pub(super) struct Reader<'de> {
    input: &'de str,
    at: usize,
    depth_left: u8,
}

impl<'de> Reader<'de> {
    pub(super) fn new(input: &'de str) -> Self {
        Self {
            input,
            at: 0,
            depth_left: MAX_DEPTH,
        }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The next byte that is no blank.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let bytes = self.input.as_bytes();
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(self.at) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    /// Goes over that byte.
    pub(super) fn expect(&mut self, byte: u8, what: &str) -> Result<(), DecodeError> {
        if self.peek() != Some(byte) {
            return Err(self.fault(format!("expected {what}")));
        }
        self.at += 1;
        Ok(())
    }

    pub(super) fn enter(&mut self) -> Result<(), DecodeError> {
        let left = self.depth_left.checked_sub(1);
        self.depth_left = left.ok_or_else(|| self.fault("lists and objects nest too deep"))?;
        self.at += 1;
        Ok(())
    }

    pub(super) fn leave(&mut self) {
        self.depth_left += 1;
        self.at += 1;
    }

    /// Goes to the next item or member of what `close` ends; false after the last.
    pub(super) fn advance(&mut self, close: u8, is_first: &mut bool) -> Result<bool, DecodeError> {
        let is_first = std::mem::take(is_first);
        match self.peek() {
            Some(byte) if byte == close => {
                self.leave();
                Ok(false)
            }
            Some(b',') if !is_first => {
                self.at += 1;
                match self.peek() {
                    Some(byte) if byte == close => Err(self.fault("nothing follows the comma")),
                    _ => Ok(true),
                }
            }
            Some(_) if is_first => Ok(true),
            Some(_) => Err(self.fault("expected ','")),
            None => Err(self.fault("the text ends too early")),
        }
    }

    /// The text in quotes at the place.
    pub(super) fn text(&mut self) -> Result<Cow<'de, str>, DecodeError> {
        let start = self.at + 1;
        let bytes = self.input.as_bytes();
        let mut end = start;
        let mut has_escape = false;
        loop {
            let found = memchr3(b'"', b'\\', b'\n', &bytes[end..]);
            let Some(found) = found else {
                return Err(self.fault("a text has no closing quote"));
            };
            end += found;
            match bytes[end] {
                b'"' => break,
                b'\\' => {
                    has_escape = true;
                    end += 2;
                    if end >= bytes.len() {
                        return Err(self.fault("a text has no closing quote"));
                    }
                }
                _ => {
                    return Err(DecodeError::at(
                        "a control character must be escaped",
                        self.input,
                        end,
                    ));
                }
            }
        }
        let inner = &self.input[start..end];
        if let Some(control) = inner.bytes().position(|byte| byte < 0x20) {
            let message = "a control character must be escaped";
            return Err(DecodeError::at(message, self.input, start + control));
        }
        let text = if has_escape {
            self.unescaped(start - 1, end + 1)?
        } else {
            Cow::Borrowed(inner)
        };
        self.at = end + 1;
        Ok(text)
    }

    fn unescaped(&self, start: usize, end: usize) -> Result<Cow<'de, str>, DecodeError> {
        let text: String = serde_json::from_str(&self.input[start..end])
            .map_err(|_| DecodeError::at("a text has a malformed escape", self.input, start))?;
        Ok(Cow::Owned(text))
    }

    /// A number, `true`, `false` or `null` at the place.
    pub(super) fn word(&mut self) -> Result<&'de str, DecodeError> {
        let rest = &self.input[self.at..];
        let is_end = |b: u8| matches!(b, b',' | b']' | b'}' | b':' | b' ' | b'\n' | b'\r' | b'\t');
        let end = rest.bytes().position(is_end).unwrap_or(rest.len());
        let word = &rest[..end];
        if !(matches!(word, "true" | "false" | "null") || is_number(word)) {
            let message = match word {
                "" => "expected a value".to_owned(),
                word => format!(
                    "'{}' is no JSON value",
                    word.chars().take(20).collect::<String>()
                ),
            };
            return Err(self.fault(message));
        }
        self.at += end;
        Ok(word)
    }

    /// The raw text of the value at the place, checked.
    pub(super) fn raw(&mut self) -> Result<&'de str, DecodeError> {
        let first = self.peek();
        let start = self.at;
        match first {
            Some(b'"') => drop(self.text()?),
            Some(b'[') => {
                self.enter()?;
                let mut is_first = true;
                while self.advance(b']', &mut is_first)? {
                    self.raw()?;
                }
            }
            Some(b'{') => drop(self.members()?),
            _ => drop(self.word()?),
        }
        Ok(&self.input[start..self.at])
    }

    /// The members of the object at the place: decoded names and raw values.
    pub(super) fn members(&mut self) -> Result<Vec<(Cow<'de, str>, &'de str)>, DecodeError> {
        if self.peek() != Some(b'{') {
            return Err(self.fault("expected an object"));
        }
        self.enter()?;
        let mut members = Vec::new();
        let mut is_first = true;
        while self.advance(b'}', &mut is_first)? {
            let name = self.name()?;
            if members.len() == MAX_MEMBERS {
                return Err(self.fault("too many members"));
            }
            members.push((name, self.raw()?));
        }
        Ok(members)
    }

    /// A member's name and the colon after it.
    pub(super) fn name(&mut self) -> Result<Cow<'de, str>, DecodeError> {
        if self.peek() != Some(b'"') {
            return Err(self.fault("expected a name in quotes"));
        }
        let name = self.text()?;
        self.expect(b':', "':' after a name")?;
        Ok(name)
    }

    /// Checks that nothing but blanks is left.
    pub(super) fn end(&mut self) -> Result<(), DecodeError> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.fault("something follows the value")),
        }
    }

    #[cold]
    pub(super) fn fault(&self, message: impl Into<String>) -> DecodeError {
        DecodeError::at(message, self.input, self.at)
    }

    /// Says where an error of the target type arose.
    #[cold]
    pub(super) fn locate(&self, error: DecodeError) -> DecodeError {
        error.or_at(self.input, self.at)
    }

    #[cold]
    pub(super) fn locate_at(&self, error: DecodeError, at: usize) -> DecodeError {
        error.or_at(self.input, at)
    }
}

/// The grammar of numbers (RFC 8259 section 6).
fn is_number(word: &str) -> bool {
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent = exponent.map(|text| text.strip_prefix(['+', '-']).unwrap_or(text));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

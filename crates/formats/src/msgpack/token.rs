use std::borrow::Cow;

use data_encoding::BASE64;
use jsv::scalar::{write_f32, write_f64};
use rmp::Marker;

use crate::DecodeError;

/// How deep lists and maps may nest.
const DEPTH: usize = 128;

/// One value, or the head of a list or map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Token<'de> {
    Nil,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Single(f32),
    Double(f64),
    Text(&'de str),
    Binary(&'de [u8]),
    List(usize),
    Map(usize),
}

impl<'de> Token<'de> {
    /// The text of a scalar, as the other formats have it; `None` for what is none.
    pub(super) fn text(self) -> Option<Cow<'de, str>> {
        let float = |write: &dyn Fn(&mut Vec<u8>)| {
            let mut text = Vec::with_capacity(24);
            write(&mut text);
            Cow::Owned(String::from_utf8_lossy(&text).into_owned())
        };
        Some(match self {
            Self::Bool(true) => Cow::Borrowed("true"),
            Self::Bool(false) => Cow::Borrowed("false"),
            Self::Unsigned(number) => Cow::Owned(itoa::Buffer::new().format(number).to_owned()),
            Self::Signed(number) => Cow::Owned(itoa::Buffer::new().format(number).to_owned()),
            Self::Single(number) => float(&|out| write_f32(out, number)),
            Self::Double(number) => float(&|out| write_f64(out, number)),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Binary(bytes) => Cow::Owned(BASE64.encode(bytes)),
            Self::Nil | Self::List(_) | Self::Map(_) => return None,
        })
    }
}

/// Reads tokens, one after the other.
#[derive(Debug)]
pub(super) struct Tokens<'de> {
    rest: &'de [u8],
    depth_left: usize,
}

impl<'de> Tokens<'de> {
    pub(super) const fn new(bytes: &'de [u8]) -> Self {
        Self {
            rest: bytes,
            depth_left: DEPTH,
        }
    }

    /// Goes over nil; whether there was one.
    pub(super) fn skip_nil(&mut self) -> bool {
        let is_nil = self.rest.first() == Some(&Marker::Null.to_u8());
        if is_nil {
            self.rest = &self.rest[1..];
        }
        is_nil
    }

    pub(super) fn next(&mut self) -> Result<Token<'de>, DecodeError> {
        let marker = Marker::from_u8(self.byte()?);
        Ok(match marker {
            Marker::Null => Token::Nil,
            Marker::True => Token::Bool(true),
            Marker::False => Token::Bool(false),
            Marker::FixPos(number) => Token::Unsigned(number.into()),
            Marker::FixNeg(number) => Token::Signed(number.into()),
            Marker::U8 => Token::Unsigned(self.unsigned(1)?),
            Marker::U16 => Token::Unsigned(self.unsigned(2)?),
            Marker::U32 => Token::Unsigned(self.unsigned(4)?),
            Marker::U64 => Token::Unsigned(self.unsigned(8)?),
            Marker::I8 => Token::Signed(i8::from_be_bytes(self.array()?).into()),
            Marker::I16 => Token::Signed(i16::from_be_bytes(self.array()?).into()),
            Marker::I32 => Token::Signed(i32::from_be_bytes(self.array()?).into()),
            Marker::I64 => Token::Signed(i64::from_be_bytes(self.array()?)),
            Marker::F32 => Token::Single(f32::from_be_bytes(self.array()?)),
            Marker::F64 => Token::Double(f64::from_be_bytes(self.array()?)),
            Marker::FixStr(length) => self.text(length.into())?,
            Marker::Str8 => self.sized(1, Self::text)?,
            Marker::Str16 => self.sized(2, Self::text)?,
            Marker::Str32 => self.sized(4, Self::text)?,
            Marker::Bin8 => self.sized(1, Self::binary)?,
            Marker::Bin16 => self.sized(2, Self::binary)?,
            Marker::Bin32 => self.sized(4, Self::binary)?,
            Marker::FixArray(length) => Token::List(length.into()),
            Marker::Array16 => self.sized(2, |_, length| Ok(Token::List(length)))?,
            Marker::Array32 => self.sized(4, |_, length| Ok(Token::List(length)))?,
            Marker::FixMap(length) => Token::Map(length.into()),
            Marker::Map16 => self.sized(2, |_, length| Ok(Token::Map(length)))?,
            Marker::Map32 => self.sized(4, |_, length| Ok(Token::Map(length)))?,
            _ => return Err(DecodeError::new("an extension type cannot be read")),
        })
    }

    /// Goes over the rest of a value whose head was read.
    pub(super) fn skip(&mut self, token: Token<'de>) -> Result<(), DecodeError> {
        let inner = match token {
            Token::List(length) => length,
            Token::Map(length) => length.saturating_mul(2),
            _ => return Ok(()),
        };
        self.enter()?;
        for _ in 0..inner {
            let token = self.next()?;
            self.skip(token)?;
        }
        self.leave();
        Ok(())
    }

    pub(super) fn enter(&mut self) -> Result<(), DecodeError> {
        let left = self.depth_left.checked_sub(1);
        self.depth_left = left.ok_or_else(|| DecodeError::new("lists and maps nest too deep"))?;
        Ok(())
    }

    pub(super) const fn leave(&mut self) {
        self.depth_left += 1;
    }

    /// How many items there can be at most: each takes a byte.
    pub(super) const fn left(&self) -> usize {
        self.rest.len()
    }

    pub(super) fn end(&self) -> Result<(), DecodeError> {
        match self.rest {
            [] => Ok(()),
            _ => Err(DecodeError::new("something follows the value")),
        }
    }

    fn sized<T>(
        &mut self,
        bytes: usize,
        then: impl FnOnce(&mut Self, usize) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        let length = self.unsigned(bytes)?;
        then(self, usize::try_from(length).unwrap_or(usize::MAX))
    }

    fn text(&mut self, length: usize) -> Result<Token<'de>, DecodeError> {
        let bytes = self.take(length)?;
        let text = std::str::from_utf8(bytes);
        text.map(Token::Text)
            .map_err(|_| DecodeError::new("a text is not UTF-8"))
    }

    fn binary(&mut self, length: usize) -> Result<Token<'de>, DecodeError> {
        self.take(length).map(Token::Binary)
    }

    fn byte(&mut self) -> Result<u8, DecodeError> {
        self.array::<1>().map(|[byte]| byte)
    }

    fn unsigned(&mut self, bytes: usize) -> Result<u64, DecodeError> {
        let digits = self.take(bytes)?.iter();
        Ok(digits.fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], DecodeError> {
        let (array, rest) = self.rest.split_first_chunk().ok_or_else(too_short)?;
        self.rest = rest;
        Ok(*array)
    }

    fn take(&mut self, length: usize) -> Result<&'de [u8], DecodeError> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or_else(too_short)?;
        self.rest = rest;
        Ok(taken)
    }
}

#[cold]
fn too_short() -> DecodeError {
    DecodeError::new("the bytes end too early")
}

//! Searches for delimiters, sixteen bytes at a time.

use memchr::memchr;
use wide::u8x16;

use crate::short;

const LANES: usize = 16;

/// The place of the first byte at or after `from` that ends a bare text or unbalances it: one of
/// `" , [ ] { }`; the length if there is none.
#[inline(always)]
pub(crate) fn structural(bytes: &[u8], from: usize) -> usize {
    find(bytes, from, STRUCTURAL, |lanes| {
        // `{` and `}` differ from `[` and `]` by one bit.
        let folded = lanes | u8x16::splat(0x20);
        equal(lanes, b',') | equal(lanes, b'"') | equal(folded, b'{') | equal(folded, b'}')
    })
}

/// The place of the first byte at or after `from` that ends a key: `:`, or what
/// [`structural`] finds.
#[inline(always)]
pub(crate) fn key_end(bytes: &[u8], from: usize) -> usize {
    find(bytes, from, STRUCTURAL | COLON, |lanes| {
        let folded = lanes | u8x16::splat(0x20);
        let commas = equal(lanes, b',') | equal(lanes, b'"') | equal(lanes, b':');
        commas | equal(folded, b'{') | equal(folded, b'}')
    })
}

/// The place of the first of the nine bytes that make ServiceStack quote a text, or of one before
/// it; `None` if there is none.
#[inline(always)]
pub(crate) fn quotable(bytes: &[u8]) -> Option<usize> {
    let hits = |lanes: u8x16| {
        let folded = lanes | u8x16::splat(0x20);
        let commas = equal(lanes, b',') | equal(lanes, b'"') | equal(lanes, b':');
        let lines = equal(lanes, b'\r') | equal(lanes, b'\n');
        commas | lines | equal(folded, b'{') | equal(folded, b'}')
    };
    if let Some(lanes) = short::lanes(bytes) {
        return (hits(u8x16::new(lanes)).to_bitmask() != 0).then_some(0);
    }
    let at = find(bytes, 0, STRUCTURAL | COLON | LINE, hits);
    (at < bytes.len()).then_some(at)
}

/// The place of the first quote at or after `from`, or the length.
#[inline(always)]
pub(crate) fn quote(bytes: &[u8], from: usize) -> usize {
    // Where it is near, a call of memchr costs more than the search.
    for near in [from, from + LANES] {
        let Some(chunk) = bytes.get(near..).and_then(<[u8]>::first_chunk::<LANES>) else {
            break;
        };
        let mask = equal(u8x16::new(*chunk), b'"').to_bitmask();
        if mask != 0 {
            let found = near + mask.trailing_zeros() as usize;
            work::count(found + 1 - from);
            return found;
        }
    }
    let rest = bytes.get(from..).unwrap_or_default();
    let length = memchr(b'"', rest).unwrap_or(rest.len());
    work::count(length + 1);
    from + length
}

/// The kinds of a byte, as bits.
const STRUCTURAL: u8 = 1;
const COLON: u8 = 2;
const LINE: u8 = 4;

/// The kind of every byte, for what is too short for lanes.
static KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let structural = *b"\",[]{}";
    let mut at = 0;
    while at < structural.len() {
        kinds[structural[at] as usize] = STRUCTURAL;
        at += 1;
    }
    kinds[b':' as usize] = COLON;
    kinds[b'\r' as usize] = LINE;
    kinds[b'\n' as usize] = LINE;
    kinds
};

#[inline(always)]
fn equal(lanes: u8x16, byte: u8) -> u8x16 {
    lanes.simd_eq(u8x16::splat(byte))
}

#[inline(always)]
fn find(bytes: &[u8], from: usize, kinds: u8, hits: impl Fn(u8x16) -> u8x16) -> usize {
    let Some(chunk) = bytes.get(from..).and_then(<[u8]>::first_chunk::<LANES>) else {
        return find_in_tail(bytes, from, kinds);
    };
    // Most texts end within the first lanes.
    let mask = hits(u8x16::new(*chunk)).to_bitmask();
    if mask != 0 {
        let length = mask.trailing_zeros() as usize;
        work::count(length + 1);
        return from + length;
    }
    find_further(bytes, from, hits)
}

/// The search past the first lanes, which hold nothing.
#[inline(never)]
fn find_further(bytes: &[u8], from: usize, hits: impl Fn(u8x16) -> u8x16) -> usize {
    let mut at = from + LANES;
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<LANES>) {
        let mask = hits(u8x16::new(*chunk)).to_bitmask();
        if mask != 0 {
            let found = at + mask.trailing_zeros() as usize;
            work::count(found + 1 - from);
            return found;
        }
        at += LANES;
    }
    work::count(bytes.len() - from);
    let (true, Some(chunk)) = (at < bytes.len(), bytes.last_chunk::<LANES>()) else {
        return bytes.len();
    };
    // The last lanes overlap those before, which hold nothing.
    match hits(u8x16::new(*chunk)).to_bitmask() {
        0 => bytes.len(),
        mask => bytes.len() - LANES + mask.trailing_zeros() as usize,
    }
}

/// The search of what is too short for lanes.
#[inline(never)]
fn find_in_tail(bytes: &[u8], from: usize, kinds: u8) -> usize {
    let tail = bytes.get(from..).unwrap_or_default();
    let is_hit = |byte: &u8| KINDS[usize::from(*byte)] & kinds != 0;
    let length = tail.iter().position(is_hit).unwrap_or(tail.len());
    work::count(length + 1);
    from + length
}

/// Counts the bytes that searches pass over, so that a test can tell one pass from many.
pub(crate) mod work {
    #[cfg(test)]
    std::thread_local! {
        static BYTES: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
    }

    /// Adds to the count; nothing outside of tests.
    #[inline]
    pub(crate) fn count(bytes: usize) {
        #[cfg(test)]
        BYTES.with(|total| total.set(total.get() + bytes));
        #[cfg(not(test))]
        let _ = bytes;
    }

    /// The count since the last call.
    #[cfg(test)]
    pub(crate) fn take() -> usize {
        BYTES.with(|total| total.replace(0))
    }
}

#[cfg(test)]
mod tests {
    use super::{key_end, quotable, structural};

    #[test]
    fn every_delimiter_is_found_in_chunks_and_in_the_tail() {
        for length in [0, 1, 15, 16, 17, 40] {
            let padding = "é漢;".repeat(length);
            for byte in 0..128_u8 {
                let text = format!("{padding}{}{padding}", char::from(byte));
                let bytes = text.as_bytes();
                let at = |is_hit: bool| if is_hit { padding.len() } else { bytes.len() };
                let bare = b"\",[]{}".contains(&byte);
                assert_eq!(structural(bytes, 0), at(bare), "{text:?}");
                assert_eq!(key_end(bytes, 0), at(bare || byte == b':'), "{text:?}");
                let quoted = bare || b":\r\n".contains(&byte);
                let found = quotable(bytes);
                assert_eq!(found.is_some(), quoted, "{text:?}");
                assert!(found.is_none_or(|found| found <= padding.len()), "{text:?}");
            }
        }
    }
}

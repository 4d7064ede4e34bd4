//! Short runs of bytes, which are most of what a document holds: copied without a call.

/// Appends bytes: as [`Vec::extend_from_slice`], but what is short by pieces of a fixed length,
/// the last of which overlaps the one before.
#[inline(always)]
pub(crate) fn append(out: &mut Vec<u8>, bytes: &[u8]) {
    match bytes.len() {
        0 => {}
        1..=3 => bytes.iter().for_each(|byte| out.push(*byte)),
        4..=7 => append_halves::<4>(out, bytes),
        8..=16 => append_halves::<8>(out, bytes),
        17..=32 => append_halves::<16>(out, bytes),
        _ => out.extend_from_slice(bytes),
    }
}

/// Appends `N` to `2 * N` bytes.
#[inline(always)]
fn append_halves<const N: usize>(out: &mut Vec<u8>, bytes: &[u8]) {
    if let Some((head, tail)) = halves::<N>(bytes) {
        let end = out.len() + bytes.len();
        out.extend_from_slice(head);
        out.truncate(end - N);
        out.extend_from_slice(tail);
    }
}

/// Appends the text of a number: as [`append`], without a branch on a length that nobody can
/// predict.
#[inline(always)]
pub(crate) fn append_number(out: &mut Vec<u8>, bytes: &[u8]) {
    const N: usize = 8;
    let (Some((head, tail)), false) = (halves::<N>(bytes), bytes.len() > 3 * N) else {
        return append(out, bytes);
    };
    let last = bytes.len() - N;
    let middle = last.min(N);
    let start = out.len();
    out.extend_from_slice(&[0; 3 * N]);
    let place = &mut out[start..start + 3 * N];
    place[..N].copy_from_slice(head);
    place[middle..middle + N].copy_from_slice(&bytes[middle..middle + N]);
    place[last..last + N].copy_from_slice(tail);
    out.truncate(start + bytes.len());
}

/// Whether bytes begin with others.
#[inline(always)]
pub(crate) fn starts_with(bytes: &[u8], start: &[u8]) -> bool {
    let Some(bytes) = bytes.get(..start.len()) else {
        return false;
    };
    match start.len() {
        4..=7 => halves::<4>(bytes) == halves::<4>(start),
        8..=16 => halves::<8>(bytes) == halves::<8>(start),
        17..=32 => halves::<16>(bytes) == halves::<16>(start),
        _ => bytes == start,
    }
}

/// The first and the last `N` bytes.
#[inline(always)]
fn halves<const N: usize>(bytes: &[u8]) -> Option<(&[u8; N], &[u8; N])> {
    Some((bytes.first_chunk()?, bytes.last_chunk()?))
}

/// All of up to sixteen bytes in lanes, for a search that does not ask where: some stand twice
/// and zeros fill what is left. `None` if there are more.
#[inline(always)]
pub(crate) fn lanes(bytes: &[u8]) -> Option<[u8; 16]> {
    if bytes.len() > 16 {
        return None;
    }
    if let Some((head, tail)) = halves::<8>(bytes) {
        let (head, tail) = (u64::from_le_bytes(*head), u64::from_le_bytes(*tail));
        return Some((u128::from(head) | u128::from(tail) << 64).to_le_bytes());
    }
    if let Some((head, tail)) = halves::<4>(bytes) {
        let (head, tail) = (u32::from_le_bytes(*head), u32::from_le_bytes(*tail));
        return Some(u128::from(u64::from(head) | u64::from(tail) << 32).to_le_bytes());
    }
    let byte = |at: usize| bytes.get(at).map_or(0, |byte| u128::from(*byte));
    Some((byte(0) | byte(1) << 8 | byte(2) << 16).to_le_bytes())
}

#[cfg(test)]
mod tests {
    use super::{append, append_number, lanes, starts_with};

    #[test]
    fn every_length_is_copied_whole() {
        let bytes: Vec<u8> = (1..=80).collect();
        for length in 0..=bytes.len() {
            let mut out = vec![0];
            append(&mut out, &bytes[..length]);
            assert_eq!(out[1..], bytes[..length]);
            out.truncate(1);
            append_number(&mut out, &bytes[..length]);
            assert_eq!(out[1..], bytes[..length]);
        }
    }

    #[test]
    fn every_length_is_compared_whole() {
        let bytes: Vec<u8> = (1..=80).collect();
        for length in 0..=bytes.len() {
            let start = &bytes[..length];
            assert!(starts_with(&bytes, start));
            assert_eq!(starts_with(&bytes[..79], start), length < 80);
            for at in 0..length {
                let mut other = start.to_vec();
                other[at] = 0;
                assert!(!starts_with(&bytes, &other));
            }
        }
    }

    #[test]
    fn lanes_hold_every_byte_and_no_other() {
        let bytes: Vec<u8> = (1..=17).collect();
        for length in 0..=16 {
            let mut held: Vec<u8> = lanes(&bytes[..length]).unwrap().to_vec();
            held.retain(|byte| *byte != 0);
            held.sort_unstable();
            held.dedup();
            assert_eq!(held, bytes[..length]);
        }
        assert_eq!(lanes(&bytes), None);
    }
}

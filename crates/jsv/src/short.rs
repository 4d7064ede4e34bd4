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
    if let (Some(head), Some(tail)) = (bytes.first_chunk::<N>(), bytes.last_chunk::<N>()) {
        let end = out.len() + bytes.len();
        out.extend_from_slice(head);
        out.truncate(end - N);
        out.extend_from_slice(tail);
    }
}

/// All of up to sixteen bytes in lanes, for a search that does not ask where: some stand twice
/// and zeros fill what is left. `None` if there are more.
#[inline(always)]
pub(crate) fn lanes(bytes: &[u8]) -> Option<[u8; 16]> {
    if bytes.len() > 16 {
        return None;
    }
    if let (Some(head), Some(tail)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        let (head, tail) = (u64::from_le_bytes(*head), u64::from_le_bytes(*tail));
        return Some((u128::from(head) | u128::from(tail) << 64).to_le_bytes());
    }
    if let (Some(head), Some(tail)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let (head, tail) = (u32::from_le_bytes(*head), u32::from_le_bytes(*tail));
        return Some(u128::from(u64::from(head) | u64::from(tail) << 32).to_le_bytes());
    }
    let byte = |at: usize| bytes.get(at).map_or(0, |byte| u128::from(*byte));
    Some((byte(0) | byte(1) << 8 | byte(2) << 16).to_le_bytes())
}

#[cfg(test)]
mod tests {
    use super::{append, lanes};

    #[test]
    fn every_length_is_copied_whole() {
        let bytes: Vec<u8> = (1..=80).collect();
        for length in 0..=bytes.len() {
            let mut out = vec![0];
            append(&mut out, &bytes[..length]);
            assert_eq!(out[1..], bytes[..length]);
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

/// Breaks compact JSON into lines, two blanks a level; empty lists and objects stay closed.
pub(super) fn indent(compact: &[u8], out: &mut Vec<u8>) {
    let (mut depth, mut is_quoted, mut is_escaped) = (0_usize, false, false);
    for (at, byte) in compact.iter().enumerate() {
        if is_quoted {
            out.push(*byte);
            is_quoted = is_escaped || *byte != b'"';
            is_escaped = !is_escaped && *byte == b'\\';
            continue;
        }
        match byte {
            b'{' | b'[' => {
                out.push(*byte);
                depth += 1;
                if !matches!(compact.get(at + 1), Some(b'}' | b']')) {
                    new_line(out, depth);
                }
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if !matches!(
                    at.checked_sub(1).map(|before| compact[before]),
                    Some(b'{' | b'[')
                ) {
                    new_line(out, depth);
                }
                out.push(*byte);
            }
            b',' => {
                out.push(*byte);
                new_line(out, depth);
            }
            b':' => out.extend_from_slice(b": "),
            _ => {
                is_quoted = *byte == b'"';
                out.push(*byte);
            }
        }
    }
}

fn new_line(out: &mut Vec<u8>, depth: usize) {
    out.push(b'\n');
    out.extend(std::iter::repeat_n(b' ', depth * 2));
}

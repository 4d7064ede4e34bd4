/// Longest issuer or account, in characters: more does not fit a phone's screen.
const MAX_CHARACTERS: usize = 64;

/// What an authenticator can show of a name: no colon, which separates issuer and account, no
/// control character, and nothing that turns the direction of what follows.
pub(crate) fn sanitized(name: &str, otherwise: &str) -> String {
    let cleaned: String = name
        .chars()
        .filter(|character| is_shown(*character))
        .collect();
    let words = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = words.chars().take(MAX_CHARACTERS).collect();
    let trimmed = short.trim();
    if trimmed.is_empty() {
        otherwise.to_owned()
    } else {
        trimmed.to_owned()
    }
}

fn is_shown(character: char) -> bool {
    let turns_direction = matches!(
        character,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    let is_invisible = matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2060}'..='\u{2064}'
            | '\u{206a}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    );
    character != ':'
        && !turns_direction
        && !is_invisible
        && (!character.is_control() || character.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::sanitized;

    #[test]
    fn what_could_mislead_is_left_out() {
        assert_eq!(sanitized(" Acme:\u{202e}evil\n Co ", "x"), "Acmeevil Co");
        assert_eq!(sanitized("::\u{0}\u{200b}", "Fallback"), "Fallback");
        assert_eq!(sanitized("Ac\u{ad}m\u{e0041}e", "x"), "Acme");
        assert_eq!(sanitized("a\u{2028}b\tc", "x"), "a b c");
        assert_eq!(sanitized(&"é".repeat(300), "x").chars().count(), 64);
        let cut_at_a_blank = format!("{} b", "a".repeat(63));
        assert_eq!(sanitized(&cut_at_a_blank, "x"), "a".repeat(63));
    }
}

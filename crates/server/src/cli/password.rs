//! Passwords reach a command by standard input or a prompt, never by an argument that others could see.

use std::io::{self, BufRead, IsTerminal};

use contract::SecretText;

use super::Failure;

/// Asks twice without echo on a terminal; otherwise takes the first line of standard input.
///
/// # Errors
/// Input that cannot be read, is empty, or differs the second time.
pub fn read() -> Result<SecretText, Failure> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        prompt()
    } else {
        from_line(&mut stdin.lock())
    }
}

fn prompt() -> Result<SecretText, Failure> {
    let failed = |error: io::Error| Failure::because("cannot read the password", &error);
    let first = SecretText::from(rpassword::prompt_password("Password: ").map_err(failed)?);
    let again = SecretText::from(rpassword::prompt_password("Again: ").map_err(failed)?);
    if first != again {
        return Err(Failure::plain("the two passwords differ"));
    }
    checked(first)
}

fn from_line(input: &mut dyn BufRead) -> Result<SecretText, Failure> {
    let mut line = String::new();
    let read = input.read_line(&mut line);
    line.truncate(line.trim_end_matches(['\r', '\n']).len());
    let password = SecretText::from(line);
    read.map_err(|error| Failure::because("cannot read the password", &error))?;
    checked(password)
}

fn checked(password: SecretText) -> Result<SecretText, Failure> {
    if password.is_empty() {
        return Err(Failure::plain(
            "the password is empty: write it as one line to standard input",
        ));
    }
    Ok(password)
}

#[cfg(test)]
mod tests {
    use super::from_line;

    #[test]
    fn the_first_line_is_the_password_without_its_end() {
        let read = |text: &str| from_line(&mut text.as_bytes());
        assert_eq!(read("p@55 wOrd \r\nrest").unwrap().expose(), "p@55 wOrd ");
        assert_eq!(read("p").unwrap().expose(), "p");
        assert!(read("\n").is_err());
        assert!(read("").is_err());
    }
}

use std::fmt;
use std::io::{self, Read};
use std::sync::Arc;

/// A file that came with a request (`multipart/form-data`). It lies in temporary storage, which
/// is freed when the last clone is gone.
#[derive(Debug, Clone)]
pub struct UploadedFile {
    /// The form field that it was sent as.
    pub field_name: String,
    /// The name that the client gives it, without any folder; empty if it gives none.
    pub file_name: String,
    /// The media type that the client states.
    pub content_type: Option<String>,
    /// Its length in bytes.
    pub length: u64,
    content: Arc<dyn UploadedContent>,
}

/// Where the bytes of an upload are.
pub trait UploadedContent: fmt::Debug + Send + Sync {
    /// A reader at the first byte, independent of every other.
    ///
    /// # Errors
    /// The storage cannot be read.
    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>>;
}

impl UploadedFile {
    /// A file whose bytes are in `content`.
    pub fn new(
        field_name: impl Into<String>,
        stated_name: &str,
        content_type: Option<String>,
        length: u64,
        content: Arc<dyn UploadedContent>,
    ) -> Self {
        Self {
            field_name: field_name.into(),
            file_name: base_name(stated_name),
            content_type,
            length,
            content,
        }
    }

    /// A stream of its bytes, from the first; may be asked for more than once.
    ///
    /// # Errors
    /// The storage cannot be read.
    pub fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        self.content.open()
    }
}

/// The last part of a path of any system: a client must not choose a folder.
fn base_name(stated: &str) -> String {
    let last = stated.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|c| !c.is_control()).collect();
    match name.as_str() {
        "." | ".." => String::new(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::base_name;

    #[test]
    fn a_client_chooses_no_folder() {
        for (stated, name) in [
            ("a.txt", "a.txt"),
            ("../../etc/passwd", "passwd"),
            ("C:\\fake\\b.png", "b.png"),
            ("..", ""),
            ("a\u{0}b", "ab"),
            ("x/", ""),
        ] {
            assert_eq!(base_name(stated), name, "{stated:?}");
        }
    }
}

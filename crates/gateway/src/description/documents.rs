use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Most bytes of documents that are kept of one view.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// A larger document would drive out too many others.
const LARGEST: usize = MOST_BYTES / 4;

/// Documents that were generated, by what they depend on; when there are too many, those go that
/// nobody has asked for the longest.
///
/// What a caller asks for is part of the keys, so no caller can make it grow without end.
#[derive(Debug, Default)]
pub(crate) struct Documents(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    by_key: HashMap<Box<str>, Document>,
    bytes: usize,
    /// Counts what is asked for.
    clock: u64,
}

#[derive(Debug)]
struct Document {
    body: Arc<[u8]>,
    /// What the clock said when it was asked for last.
    last_asked: u64,
}

impl Documents {
    /// The document of that key, made by `make` if it is not there.
    ///
    /// # Errors
    /// What `make` fails with.
    pub(crate) fn get_or_make<E>(
        &self,
        key: &str,
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Arc<[u8]>, E> {
        if let Some(found) = self.kept(|kept| kept.find(key)) {
            return Ok(found);
        }
        // Without the lock: two may make the same, which is better than that all wait.
        let made: Arc<[u8]> = make()?.into();
        if made.len() + key.len() <= LARGEST {
            self.kept(|kept| kept.insert(key, Arc::clone(&made)));
        }
        Ok(made)
    }

    fn kept<T>(&self, with: impl FnOnce(&mut Kept) -> T) -> T {
        // What is kept is whole at every step, so a panic elsewhere has not broken it.
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Kept {
    fn find(&mut self, key: &str) -> Option<Arc<[u8]>> {
        self.clock += 1;
        let found = self.by_key.get_mut(key)?;
        found.last_asked = self.clock;
        Some(Arc::clone(&found.body))
    }

    fn insert(&mut self, key: &str, body: Arc<[u8]>) {
        self.remove(key);
        self.bytes += key.len() + body.len();
        let last_asked = self.clock;
        let document = Document { body, last_asked };
        self.by_key.insert(key.into(), document);
        while self.bytes > MOST_BYTES {
            let by_age = |(_, document): &(_, &Document)| document.last_asked;
            let Some((oldest, _)) = self.by_key.iter().min_by_key(by_age) else {
                return;
            };
            let oldest = oldest.clone();
            self.remove(&oldest);
        }
    }

    fn remove(&mut self, key: &str) {
        if let Some(gone) = self.by_key.remove(key) {
            self.bytes -= key.len() + gone.body.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::{Documents, LARGEST, MOST_BYTES};

    fn made(documents: &Documents, key: &str, length: usize) -> bool {
        let mut is_made = false;
        let document = documents.get_or_make(key, || {
            is_made = true;
            Ok::<_, Infallible>(vec![b'x'; length])
        });
        assert_eq!(document.unwrap().len(), length);
        is_made
    }

    #[test]
    fn a_document_is_made_once() {
        let documents = Documents::default();
        assert!(made(&documents, "a", 10));
        assert!(!made(&documents, "a", 10));
        assert!(made(&documents, "b", 10));
    }

    #[test]
    fn those_that_nobody_asks_for_go_when_there_are_too_many() {
        let documents = Documents::default();
        let length = LARGEST - 10;
        for key in ["a", "b", "c", "d"] {
            assert!(made(&documents, key, length));
        }
        assert!(!made(&documents, "a", length), "four are within the bound");
        assert!(made(&documents, "e", length));
        assert!(!made(&documents, "a", length), "it was asked for again");
        assert!(made(&documents, "b", length), "nobody asked for it");
        assert!(!made(&documents, "e", length));
        assert!(documents.kept(|kept| kept.bytes) <= MOST_BYTES);
    }

    #[test]
    fn what_is_too_large_or_fails_is_not_kept() {
        let documents = Documents::default();
        assert!(made(&documents, "a", LARGEST + 1));
        assert!(made(&documents, "a", LARGEST + 1));
        assert_eq!(documents.get_or_make("b", || Err(1)), Err(1));
        assert!(made(&documents, "b", 1));
    }
}

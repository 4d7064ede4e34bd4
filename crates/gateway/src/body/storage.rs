use std::fs::File;
use std::io::{self, Read, Write};
use std::sync::Arc;

use actix_web::web;
use bytes::{Bytes, BytesMut};
use service::UploadedContent;
use tempfile::NamedTempFile;

/// Files up to this many bytes stay in memory; longer ones go to the disk.
const IN_MEMORY: usize = 64 * 1024;

/// A file on its way in.
#[derive(Debug, Default)]
pub(super) struct Storage {
    memory: BytesMut,
    file: Option<NamedTempFile>,
    length: u64,
}

#[derive(Debug)]
enum Stored {
    Memory(Bytes),
    /// Deleted when it is dropped.
    File(NamedTempFile),
}

impl Storage {
    /// Adds bytes; the disk is written on a thread of its own.
    ///
    /// # Errors
    /// The disk cannot be written.
    pub(super) async fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.length += bytes.len() as u64;
        self.memory.extend_from_slice(bytes);
        if self.memory.len() > IN_MEMORY {
            self.flush().await?;
        }
        Ok(())
    }

    async fn flush(&mut self) -> io::Result<()> {
        let bytes = self.memory.split().freeze();
        let file = self.file.take();
        let written = web::block(move || {
            let mut file = match file {
                Some(file) => file,
                None => NamedTempFile::new()?,
            };
            file.write_all(&bytes)?;
            Ok::<_, io::Error>(file)
        });
        self.file = Some(written.await.map_err(io::Error::other)??);
        Ok(())
    }

    /// The whole file and its length.
    ///
    /// # Errors
    /// The disk cannot be written.
    pub(super) async fn finish(mut self) -> io::Result<(Arc<dyn UploadedContent>, u64)> {
        if self.file.is_some() && !self.memory.is_empty() {
            self.flush().await?;
        }
        let stored = match self.file {
            Some(file) => Stored::File(file),
            None => Stored::Memory(self.memory.freeze()),
        };
        Ok((Arc::new(stored), self.length))
    }
}

impl UploadedContent for Stored {
    fn open(&self) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(match self {
            Self::Memory(bytes) => Box::new(bytes.as_ref()),
            Self::File(file) => Box::new(File::open(file.path())?),
        })
    }
}

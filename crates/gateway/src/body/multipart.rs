use std::io;

use actix_web::error::PayloadError;
use actix_web::web::Payload;
use bytes::Bytes;
use futures_util::future::{Either, select};
use futures_util::{Stream, StreamExt, stream};
use multer::{Constraints, Field, Multipart, SizeLimit};
use service::{ServiceError, UploadedFile};
use tokio::sync::mpsc;

use super::reading::{in_time, too_long};
use super::storage::Storage;
use super::{Files, Received, not_utf8};
use crate::binding::{Pairs, RequestBody};
use crate::settings::HostSettings;

/// Most fields of a form; who has more has another format in mind.
const MAX_FIELDS: usize = 1_000;
/// Pieces of a body that wait to be taken apart.
const PIECES: usize = 4;

/// Reads a multipart body (RFC 7578) as it comes: fields to memory, files to temporary storage.
///
/// # Errors
/// 413 past a limit, 408 if it takes too long, 400 if it is malformed or ends early.
pub(super) async fn receive(
    mut payload: Payload,
    content_type: &str,
    files: Files,
    settings: &HostSettings,
) -> Result<Received, ServiceError> {
    // The parser wants a stream that can change its thread, which a connection's cannot.
    let (sender, mut pieces) = mpsc::channel(PIECES);
    let first = in_time(async { Ok(payload.next().await) }, settings.body_timeout).await?;
    let Some(first) = first else {
        return Ok(Received::without_files(RequestBody::Empty));
    };
    let pump = async move {
        let mut next = Some(first);
        while let Some(piece) = next {
            if sender.send(piece.map_err(readable)).await.is_err() {
                break;
            }
            next = payload.next().await;
        }
    };
    let pieces = stream::poll_fn(move |context| pieces.poll_recv(context));
    let parsing = async {
        let parsing = std::pin::pin!(take_apart(pieces, content_type, files, settings));
        match select(parsing, std::pin::pin!(pump)).await {
            Either::Left((received, _)) => received,
            Either::Right(((), parsing)) => parsing.await,
        }
    };
    in_time(parsing, settings.upload_timeout).await
}

fn readable(fault: PayloadError) -> io::Error {
    io::Error::other(fault.to_string())
}

/// Takes the parts of a multipart body.
///
/// # Errors
/// As [`receive`], apart from the time.
pub(super) async fn take_apart(
    pieces: impl Stream<Item = io::Result<Bytes>> + Send,
    content_type: &str,
    files: Files,
    settings: &HostSettings,
) -> Result<Received, ServiceError> {
    let refused = |fault: multer::Error| refused(&fault, settings);
    let boundary = multer::parse_boundary(content_type).map_err(refused)?;
    let most = u64::try_from(settings.max_upload_bytes).unwrap_or(u64::MAX);
    let limits = Constraints::new().size_limit(SizeLimit::new().whole_stream(most));
    let mut parts = Multipart::with_constraints(pieces, boundary, limits);
    let mut form = Form::new(files, settings);
    while let Some(part) = parts.next_field().await.map_err(refused)? {
        form.take(part).await?;
    }
    Ok(Received {
        body: RequestBody::Form(form.fields),
        files: form.files,
    })
}

/// What has been taken so far.
struct Form<'a> {
    settings: &'a HostSettings,
    keeps_files: bool,
    /// Parts that came, those that say nothing included.
    parts: usize,
    fields: Pairs<'static>,
    /// Bytes of the fields, which are held in memory.
    held: usize,
    /// Files that came, kept or not.
    file_count: usize,
    files: Vec<UploadedFile>,
}

impl<'a> Form<'a> {
    fn new(files: Files, settings: &'a HostSettings) -> Self {
        Self {
            settings,
            keeps_files: files == Files::Kept,
            parts: 0,
            file_count: 0,
            fields: Vec::new(),
            held: 0,
            files: Vec::new(),
        }
    }

    /// A part with a file name is a file, any other a field; one without a name says nothing.
    async fn take(&mut self, part: Field<'_>) -> Result<(), ServiceError> {
        let most = MAX_FIELDS + self.settings.max_files;
        if self.parts == most {
            return Err(too_many("parts", most));
        }
        self.parts += 1;
        match (part.name().map(ToOwned::to_owned), part.file_name()) {
            (None, _) => Ok(()),
            (Some(name), None) => self.take_field(name, part).await,
            (Some(name), Some(file_name)) => {
                let file_name = file_name.to_owned();
                self.take_file(name, &file_name, part).await
            }
        }
    }

    async fn take_field(&mut self, name: String, mut part: Field<'_>) -> Result<(), ServiceError> {
        if self.fields.len() == MAX_FIELDS {
            return Err(too_many("fields", MAX_FIELDS));
        }
        let mut value = Vec::new();
        while let Some(piece) = part.chunk().await.map_err(|f| refused(&f, self.settings))? {
            self.held += piece.len();
            if self.held > self.settings.max_body_bytes {
                return Err(too_long(self.settings.max_body_bytes));
            }
            value.extend_from_slice(&piece);
        }
        let value = String::from_utf8(value).map_err(|_| not_utf8())?;
        self.fields.push((name.into(), value.into()));
        Ok(())
    }

    async fn take_file(
        &mut self,
        name: String,
        file_name: &str,
        mut part: Field<'_>,
    ) -> Result<(), ServiceError> {
        let content_type = part.content_type().map(ToString::to_string);
        // A file input that was left empty sends a part with neither name nor bytes.
        let mut is_file = !file_name.is_empty();
        if is_file {
            self.count_file()?;
        }
        let mut storage = Storage::default();
        while let Some(piece) = part.chunk().await.map_err(|f| refused(&f, self.settings))? {
            if !is_file && !piece.is_empty() {
                is_file = true;
                self.count_file()?;
            }
            if self.keeps_files {
                storage.add(&piece).await.map_err(ServiceError::internal)?;
            }
        }
        if is_file && self.keeps_files {
            let (content, length) = storage.finish().await.map_err(ServiceError::internal)?;
            let file = UploadedFile::new(name, file_name, content_type, length, content);
            self.files.push(file);
        }
        Ok(())
    }

    fn count_file(&mut self) -> Result<(), ServiceError> {
        if self.file_count == self.settings.max_files {
            return Err(too_many("files", self.settings.max_files));
        }
        self.file_count += 1;
        Ok(())
    }
}

fn too_many(what: &str, most: usize) -> ServiceError {
    let message = format!("a form may have {most} {what} at most");
    ServiceError::new("RequestEntityTooLarge", message)
}

fn refused(fault: &multer::Error, settings: &HostSettings) -> ServiceError {
    match fault {
        multer::Error::StreamSizeExceeded { .. } => too_long(settings.max_upload_bytes),
        multer::Error::StreamReadFailed(cause) => {
            let message = format!("the body could not be read: {cause}");
            ServiceError::new("BadRequest", message)
        }
        fault => ServiceError::new(
            "SerializationException",
            format!("malformed multipart body: {fault}"),
        ),
    }
}

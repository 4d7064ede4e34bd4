//! Takes files.

use std::io::Read;

use contract::{Dto, Operation, ResponseStatus};
use service::{Reply, RequestContext, Service, ServiceError, UploadedFile};

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Conformance")]
pub(crate) struct UploadedDescription {
    field: Option<String>,
    name: Option<String>,
    content_type: Option<String>,
    length: u64,
    /// The sum of all bytes, read twice from separate streams.
    sums: Option<Vec<u64>>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Conformance")]
pub(crate) struct UploadResponse {
    note: Option<String>,
    tags: Option<Vec<String>>,
    files: Option<Vec<UploadedDescription>>,
    response_status: Option<ResponseStatus>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = UploadResponse, takes_files)]
#[route("/upload", POST, PUT)]
pub(crate) struct Upload {
    note: Option<String>,
    tags: Option<Vec<String>>,
}

/// The same for those who have signed in.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = UploadResponse, takes_files, authenticate)]
#[route("/upload-privately", POST)]
pub(crate) struct UploadPrivately {
    note: Option<String>,
    count: i32,
}

pub(crate) struct UploadService;

impl Service<UploadPrivately> for UploadService {
    async fn execute(
        &self,
        request: UploadPrivately,
        context: &RequestContext,
    ) -> Result<Reply<UploadResponse>, ServiceError> {
        let request = Upload {
            note: request.note,
            tags: None,
        };
        Service::<Upload>::execute(self, request, context).await
    }
}

impl Service<Upload> for UploadService {
    async fn execute(
        &self,
        request: Upload,
        context: &RequestContext,
    ) -> Result<Reply<UploadResponse>, ServiceError> {
        let files = context.files.iter().map(described);
        let response = UploadResponse {
            note: request.note,
            tags: request.tags,
            files: Some(
                files
                    .collect::<Result<_, _>>()
                    .map_err(ServiceError::internal)?,
            ),
            response_status: None,
        };
        Ok(response.into())
    }
}

fn described(file: &UploadedFile) -> std::io::Result<UploadedDescription> {
    Ok(UploadedDescription {
        field: Some(file.field_name.clone()),
        name: Some(file.file_name.clone()),
        content_type: file.content_type.clone(),
        length: file.length,
        sums: Some(vec![sum(file)?, sum(file)?]),
    })
}

fn sum(file: &UploadedFile) -> std::io::Result<u64> {
    let mut stream = file.open()?;
    let mut buffer = [0; 4096];
    let mut sum = 0;
    loop {
        match stream.read(&mut buffer)? {
            0 => return Ok(sum),
            read => {
                sum += buffer[..read]
                    .iter()
                    .map(|byte| u64::from(*byte))
                    .sum::<u64>()
            }
        }
    }
}

//! Fails in every way that a service can.

use contract::{Dto, Operation, ResponseStatus};
use service::{Reply, RequestContext, Service, ServiceError};

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Conformance")]
pub(crate) struct ThrowResponse {
    pub(crate) result: Option<String>,
    pub(crate) response_status: Option<ResponseStatus>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = ThrowResponse)]
#[route("/throw")]
#[route("/throw/{Type}")]
pub(crate) struct Throw {
    pub(crate) status: Option<i32>,
    pub(crate) r#type: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) error_code: Option<String>,
    pub(crate) param: Option<String>,
}

pub(crate) struct ThrowService;

impl Service<Throw> for ThrowService {
    async fn execute(
        &self,
        request: Throw,
        _context: &RequestContext,
    ) -> Result<Reply<ThrowResponse>, ServiceError> {
        let kind = request.r#type.as_deref().unwrap_or("HttpError");
        if kind == "HttpResult" {
            let response = ThrowResponse {
                result: request.message.clone(),
                response_status: None,
            };
            return Ok(Reply::from(response).with_status(request.status_or(202)));
        }
        Err(request.error(kind))
    }
}

impl Throw {
    fn status_or(&self, otherwise: u16) -> u16 {
        self.status
            .and_then(|status| u16::try_from(status).ok())
            .unwrap_or(otherwise)
    }

    fn message_or(&self, otherwise: &str) -> String {
        self.message.clone().unwrap_or_else(|| otherwise.to_owned())
    }

    fn error(&self, kind: &str) -> ServiceError {
        let parameter = self.param.as_deref().unwrap_or("theParam");
        let coded =
            |code: &'static str, message: &str| ServiceError::new(code, self.message_or(message));
        match kind {
            "HttpError" => {
                let code = self
                    .error_code
                    .clone()
                    .unwrap_or_else(|| "CustomCode".to_owned());
                ServiceError::new(code, self.message_or("the message"))
                    .with_status(self.status_or(500))
            }
            "Argument" => ServiceError::argument(parameter, self.message_or("arg message")),
            "ArgumentNull" => argument_null(parameter),
            "NotImplemented" => coded("NotImplementedException", "not implemented message"),
            "NotSupported" => coded("NotSupportedException", "not supported message"),
            "Unauthorized" => coded("UnauthorizedAccessException", "unauthorized access message"),
            "Authentication" => coded("AuthenticationException", "authentication message"),
            "FileNotFound" => coded("FileNotFoundException", "file message"),
            "InvalidOperation" => coded("InvalidOperationException", "invalid op message"),
            "OptimisticConcurrency" => coded("OptimisticConcurrencyException", "conflict"),
            "NullReference" => coded("NullReferenceException", "nullref"),
            "NotFound" => coded("NotFound", "not found message"),
            "Conflict" => coded("Conflict", "conflict message"),
            "Forbidden" => coded("Forbidden", "forbidden message"),
            "HttpUnauthorized" => coded("Unauthorized", "http unauthorized message"),
            other => coded("Exception", &format!("plain exception {other}")),
        }
    }
}

fn argument_null(parameter: &str) -> ServiceError {
    const CODE: &str = "ArgumentNullException";
    const WORDS: &str = "Value cannot be null.";
    ServiceError::new(CODE, format!("{WORDS}\nParameter name: {parameter}"))
        .with_field(parameter, CODE, WORDS)
}

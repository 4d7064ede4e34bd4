use contract::{Verb, Verbs};
use service::ServiceError;

use super::target::Target;
use crate::exchange::Writing;
use crate::reply::{ALLOW, Answer, allowed, failure};
use crate::request_head::RequestHead;

/// The answer where no operation is called.
pub(super) fn elsewhere(
    head: &RequestHead<'_>,
    target: &Target<'_>,
    verb: Option<Verb>,
    writing: &Writing,
) -> Answer {
    match target {
        Target::OtherVerbs(verbs) if verb == Some(Verb::Options) => {
            let mut answer = Answer::empty(204);
            answer.add_header(ALLOW, allowed(*verbs));
            answer
        }
        Target::OtherVerbs(verbs) => {
            let message = match verbs.is_any() {
                true => "nothing here has that method".to_owned(),
                false => format!("use {}", verbs.join(" or ")),
            };
            failure(&not_allowed(message, *verbs), writing)
        }
        Target::UnknownOperation(found) => {
            let name = found.operation;
            let list = if found.is_batch { "[]" } else { "" };
            let message = format!("The operation '{name}{list}' does not exist for this service");
            let error = ServiceError::new("NotImplementedException", message);
            failure(&error, writing)
        }
        Target::Operation(found) => {
            let verbs = found.endpoint.operation().actions;
            let error = not_allowed("no operation has that method".to_owned(), verbs);
            failure(&error, writing)
        }
        Target::ApiIndex | Target::Tool(_) | Target::Events(..) | Target::Nothing => {
            let message = format!("nothing answers {}", head.raw_path);
            failure(&ServiceError::not_found(message), writing)
        }
    }
}

/// 405 with the verbs that would do.
fn not_allowed(message: String, verbs: Verbs) -> ServiceError {
    ServiceError::new("MethodNotAllowed", message).with_header(ALLOW, allowed(verbs))
}

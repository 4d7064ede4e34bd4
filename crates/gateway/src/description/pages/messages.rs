use formats::{EncodeError, Format};
use metadata::{MetadataOperationType, MetadataRoute, OperationSamples};

use crate::page::{Part, highlight_message};

/// A sample request or answer.
#[derive(Debug)]
pub(super) struct Message {
    pub(super) label: &'static str,
    /// The lines before the body, without its length.
    pub(super) head: Vec<String>,
    pub(super) body: Option<Vec<Part>>,
}

/// What a call of an operation looks like: the request and, where there is one, the answer.
pub(super) fn messages(
    operation: &MetadataOperationType,
    samples: Option<&OperationSamples>,
    format: Format,
    host: &str,
) -> Vec<Message> {
    let verb = sample_verb(operation);
    let has_body = !matches!(verb, "GET" | "DELETE");
    let media_type = media_type(format);
    let mut head = vec![
        format!("{verb} {} HTTP/1.1", sample_path(operation, format)),
        format!("Host: {host}"),
        format!("Accept: {media_type}"),
    ];
    if has_body {
        head.push(format!("Content-Type: {media_type}"));
    }
    let body = samples.map(|samples| samples.request(format));
    let request = Message {
        label: "Request",
        head,
        body: body
            .filter(|_| has_body)
            .and_then(|body| shown(body, format)),
    };
    let answered = samples.and_then(|samples| shown(samples.response(format), format));
    let answer = answered.map(|body| Message {
        label: "Response",
        head: vec![
            "HTTP/1.1 200 OK".to_owned(),
            format!("Content-Type: {media_type}"),
        ],
        body: Some(body),
    });
    [request].into_iter().chain(answer).collect()
}

/// The body in colors. A sample that its format cannot carry says so, the page still comes.
fn shown(sample: Result<Option<String>, EncodeError>, format: Format) -> Option<Vec<Part>> {
    let text = match sample {
        Ok(text) => text?,
        Err(fault) => format!("no sample can be shown: {fault}"),
    };
    Some(highlight_message(&text, format))
}

/// The name that pages promise for JSV differs from the one that answers carry by default.
const fn media_type(format: Format) -> &'static str {
    match format {
        Format::Jsv => "text/jsv",
        other => other.media_type(),
    }
}

/// Verbs with a body first; an operation without routes, or with one for all verbs, takes POST.
fn sample_verb(operation: &MetadataOperationType) -> &'static str {
    let routes = operation.routes.as_deref().unwrap_or_default();
    let is_stated = |verb: &&str| routes.iter().any(|route| states(route, verb));
    let takes_any = routes.is_empty() || routes.iter().any(|route| route.verbs.is_none());
    let by_preference = ["POST", "PUT", "PATCH", "GET", "DELETE"];
    match by_preference.into_iter().find(is_stated) {
        Some(verb) if !takes_any => verb,
        _ => "POST",
    }
}

/// The first route that takes POST, else the first; the predefined route where there is none.
fn sample_path(operation: &MetadataOperationType, format: Format) -> String {
    let routes = operation.routes.as_deref().unwrap_or_default();
    let takes_post = |route: &&MetadataRoute| route.verbs.is_none() || states(route, "POST");
    let chosen = routes.iter().find(takes_post).or_else(|| routes.first());
    chosen.map_or_else(
        || {
            let way = if operation.return_type.is_none() {
                "oneway"
            } else {
                "reply"
            };
            format!("/{}/{way}/{}", format.name(), operation.request.name)
        },
        |route| route.path.clone(),
    )
}

fn states(route: &MetadataRoute, verb: &str) -> bool {
    let verbs = route.verbs.as_deref().unwrap_or_default();
    verbs.split(',').any(|stated| stated.trim() == verb)
}

#[cfg(test)]
mod tests {
    use formats::Format;
    use metadata::{MetadataOperationType, MetadataRoute};

    use super::{messages, sample_path, sample_verb};

    fn operation(routes: &[(&str, Option<&str>)]) -> MetadataOperationType {
        let routes = routes.iter().map(|(path, verbs)| MetadataRoute {
            path: (*path).to_owned(),
            verbs: verbs.map(str::to_owned),
            ..MetadataRoute::default()
        });
        let mut operation = MetadataOperationType {
            routes: Some(routes.collect()),
            ..MetadataOperationType::default()
        };
        "Hello".clone_into(&mut operation.request.name);
        operation
    }

    fn line(routes: &[(&str, Option<&str>)]) -> String {
        let operation = operation(routes);
        let path = sample_path(&operation, Format::Jsv);
        format!("{} {path}", sample_verb(&operation))
    }

    #[test]
    fn post_comes_first_then_what_has_a_body() {
        assert_eq!(line(&[]), "POST /jsv/oneway/Hello");
        assert_eq!(line(&[("/a", Some("GET")), ("/b", None)]), "POST /b");
        assert_eq!(line(&[("/a", Some("GET,POST")), ("/b", None)]), "POST /a");
        assert_eq!(line(&[("/a", Some("GET")), ("/b", Some("PUT"))]), "PUT /a");
        assert_eq!(line(&[("/a", Some("DELETE,GET"))]), "GET /a");
        assert_eq!(line(&[("/a", Some("DELETE"))]), "DELETE /a");
    }

    #[test]
    fn what_carries_no_body_states_no_type() {
        let get = operation(&[("/a", Some("GET"))]);
        let shown = messages(&get, None, Format::Json, "example.org");
        let expected = [
            "GET /a HTTP/1.1",
            "Host: example.org",
            "Accept: application/json",
        ];
        assert_eq!(shown[0].head, expected);
        assert_eq!(shown.len(), 1);
    }
}

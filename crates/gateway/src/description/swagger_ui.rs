use std::io::Read;

use askama::Template;
use flate2::read::GzDecoder;
use service::ServiceError;

use super::Tool;
use super::embedded_file::EmbeddedFile;
use super::relative::root_from;
use super::tool_request::ToolRequest;
use crate::page::add_policy;
use crate::reply::Answer;

/// `/swagger-ui`: a reader of `/openapi.json`, and the one script that it is made of.
pub(super) static SWAGGER_UI: Tool = Tool {
    name: "SwaggerUi",
    is_on: |settings| settings.openapi,
    answer,
};

/// RapiDoc 9.3.8 (MIT), compressed; see `assets/rapidoc`.
const SCRIPT: &[u8] = include_bytes!("../../assets/rapidoc/rapidoc-min.js.gz");
/// Part of the script's address, so that it can be kept forever.
const VERSION: &str = "rapidoc-9.3.8";

/// Only the script of this host runs, and only this host is asked for anything. Text becomes
/// markup by the one policy of the reader's templates alone. Its style, of which an arrow is a
/// picture, depends on colors and so has no digest that could be told.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; \
     style-src 'unsafe-inline'; img-src data:; connect-src 'self'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
     trusted-types lit-html";

#[derive(Template)]
#[template(path = "swagger_ui.html")]
struct Page<'a> {
    title: &'a str,
    /// From the page's own path to the root of the host.
    root: String,
    script: &'a str,
}

fn answer(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    match request.segment(1) {
        None => page(request),
        Some(name) if name == "index" && request.segment(2).is_none() => page(request),
        Some(VERSION) if request.segment(2) == Some("script.js") => script(request),
        Some(_) => {
            let message = format!("nothing answers {}", request.head.raw_path);
            Err(ServiceError::not_found(message))
        }
    }
}

fn page(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    let page = Page {
        title: &request.host.settings.service_name,
        root: root_from(request.head.raw_path),
        script: VERSION,
    };
    let body = page.render().map_err(ServiceError::internal)?;
    let mut answer = Answer::with_body(200, "text/html; charset=utf-8", body.into_bytes());
    add_policy(&mut answer, CONTENT_SECURITY_POLICY);
    Ok(answer)
}

fn script(request: &ToolRequest<'_>) -> Result<Answer, ServiceError> {
    let file = EmbeddedFile {
        content_type: "text/javascript; charset=utf-8",
        gzip: SCRIPT,
        version: VERSION,
    };
    file.answer(request.head, || {
        let mut plain = Vec::new();
        let read = GzDecoder::new(SCRIPT).read_to_end(&mut plain);
        read.map_err(ServiceError::internal)?;
        Ok(plain)
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::{CONTENT_SECURITY_POLICY, SCRIPT, VERSION};

    #[test]
    fn the_script_is_the_one_that_its_address_names() {
        let mut plain = String::new();
        GzDecoder::new(SCRIPT).read_to_string(&mut plain).unwrap();
        let version = VERSION.trim_start_matches("rapidoc-");
        assert!(plain.contains(&format!("RapiDoc {version}")));
        assert!(SCRIPT.len() < 250_000);
    }

    #[test]
    fn no_script_but_the_hosts_own_runs() {
        let mut parts = CONTENT_SECURITY_POLICY.split("; ");
        assert!(parts.any(|part| part == "script-src 'self'"));
        assert_eq!(CONTENT_SECURITY_POLICY.matches("unsafe").count(), 1);
        assert!(parts.any(|part| part == "style-src 'unsafe-inline'"));
        assert!(parts.any(|part| part == "require-trusted-types-for 'script'"));
    }
}

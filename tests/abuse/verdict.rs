/// What is wrong with an answer; `None` if nothing.
///
/// One connection may carry several answers, where the bytes hold several requests; the first is
/// judged, and all of them for their status.
pub(crate) fn fault(request: &[u8], answer: &[u8]) -> Option<String> {
    if answer.is_empty() {
        return None;
    }
    let text = String::from_utf8_lossy(answer);
    let Some(status) = status_of(&text) else {
        return Some(format!("no HTTP answer: {}", shown(&text)));
    };
    if ["HTTP/1.1 5", "HTTP/1.0 5"]
        .iter()
        .any(|start| text.contains(start))
    {
        return Some(format!("a failure of the host: {}", shown(&text)));
    }
    if status < 400 || request.starts_with(b"HEAD ") || is_bare_refusal(&text, status) {
        return None;
    }
    // Each format has its own spelling of the name.
    let has_status = text.to_ascii_lowercase().contains("responsestatus");
    (!has_status).then(|| format!("no ResponseStatus: {}", shown(&text)))
}

fn status_of(text: &str) -> Option<u16> {
    let rest = text.strip_prefix("HTTP/1.1 ");
    let rest = rest.or_else(|| text.strip_prefix("HTTP/1.0 "))?;
    rest.get(..3)?.parse().ok()
}

/// What is no HTTP has no format to answer in: 4xx without a body, and the connection ends.
fn is_bare_refusal(text: &str, status: u16) -> bool {
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
    let head = head.to_ascii_lowercase();
    let is_malformed = matches!(status, 400 | 408 | 413 | 414 | 431);
    is_malformed && body.is_empty() && head.contains("content-length: 0")
}

fn shown(text: &str) -> String {
    text.chars().take(600).collect()
}

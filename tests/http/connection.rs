use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use conformance::RunningGateway;
use serde_json::Value;

/// A connection on which requests are sent byte for byte.
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
}

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) reason: String,
    headers: Vec<(String, String)>,
    pub(crate) bytes: Vec<u8>,
}

impl Connection {
    pub(crate) fn open(host: &RunningGateway) -> Self {
        let address = host.base().trim_start_matches("http://");
        let stream = TcpStream::connect(address).unwrap();
        // A host that never answers fails the test instead of holding it up.
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .unwrap();
        Self {
            stream: BufReader::new(stream),
        }
    }

    pub(crate) fn write(&mut self, bytes: impl AsRef<[u8]>) {
        self.stream.get_mut().write_all(bytes.as_ref()).unwrap();
    }

    /// As [`write`](Self::write), where the host may have hung up already.
    pub(crate) fn try_write(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.stream.get_mut().write_all(bytes.as_ref()).is_ok()
    }

    /// The next line, without its end.
    pub(crate) fn line(&mut self) -> String {
        let mut line = String::new();
        self.stream.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    /// The next answer; `None` if the host hangs up instead.
    pub(crate) fn try_reply(&mut self, has_body: bool) -> Option<Reply> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let mut parts = line.trim_end().splitn(3, ' ').skip(1);
        let status = parts.next()?.parse().ok()?;
        let reason = parts.next().unwrap_or_default().to_owned();
        let mut headers = Vec::new();
        loop {
            let line = self.line();
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            headers.push((name.to_owned(), value.trim().to_owned()));
        }
        let mut reply = Reply {
            status,
            reason,
            headers,
            bytes: Vec::new(),
        };
        let length = reply.header("content-length").parse().unwrap_or(0);
        if has_body {
            reply.bytes = vec![0; length];
            self.stream.read_exact(&mut reply.bytes).unwrap();
        }
        Some(reply)
    }

    pub(crate) fn reply(&mut self) -> Reply {
        self.try_reply(true).expect("an answer")
    }

    /// Whether the host hangs up.
    pub(crate) fn is_closed(&mut self) -> bool {
        matches!(self.stream.read(&mut [0; 1]), Ok(0) | Err(_))
    }
}

/// Sends one request on a connection of its own. `head` is the request line without its version,
/// and headers on further lines.
pub(crate) fn send(host: &RunningGateway, head: &str, body: impl AsRef<[u8]>) -> Reply {
    let mut connection = Connection::open(host);
    connection.write(request(head, body.as_ref()));
    let reply = connection.try_reply(!head.starts_with("HEAD"));
    reply.expect("an answer")
}

/// The bytes of a request.
pub(crate) fn request(head: &str, body: &[u8]) -> Vec<u8> {
    let mut lines = head.lines();
    let mut text = format!("{} HTTP/1.1\r\nHost: test\r\n", lines.next().unwrap());
    for line in lines {
        text.push_str(line.trim());
        text.push_str("\r\n");
    }
    if !body.is_empty() {
        text.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    text.push_str("\r\n");
    [text.as_bytes(), body].concat()
}

impl Reply {
    /// The first header of that name, in any case; empty if there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.all(name).first().copied().unwrap_or_default()
    }

    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        let named = |own: &&(String, String)| own.0.eq_ignore_ascii_case(name);
        self.headers
            .iter()
            .filter(named)
            .map(|own| own.1.as_str())
            .collect()
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(self.text()).unwrap_or_else(|fault| panic!("{fault}: {}", self.text()))
    }

    /// The `result` of a JSON answer.
    pub(crate) fn result(&self) -> String {
        assert_eq!(self.status, 200, "{}", self.text());
        self.json()["result"].as_str().unwrap().to_owned()
    }

    /// Status and error code of a JSON answer.
    pub(crate) fn error(&self) -> (u16, String) {
        let code = self.json()["responseStatus"]["errorCode"]
            .as_str()
            .map(ToOwned::to_owned);
        (self.status, code.unwrap_or_default())
    }
}

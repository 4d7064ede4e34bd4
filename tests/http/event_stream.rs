//! A stream of server events as a client reads it, and who opens one.

use conformance::RunningGateway;
use serde_json::Value;

use crate::{Connection, Reply, send};

/// The user `test` of the conformance host.
const SIGN_IN: &str = r#"{"userName":"test","password":"p@55wOrd"}"#;

/// A stream that is being read.
pub(crate) struct Stream {
    connection: Connection,
    /// What its first event said.
    connected: Value,
    read: u64,
}

impl Stream {
    /// Opens one.
    pub(crate) fn open(host: &RunningGateway, query: &str, headers: &str) -> Self {
        let (connection, head) = opened(host, query, headers);
        assert!(head[0].contains(" 200 "), "{head:?}");
        for line in [
            "Content-Type: text/event-stream",
            "Cache-Control: no-cache",
            "X-Accel-Buffering: no",
        ] {
            assert!(head.iter().any(|found| found == line), "{line}: {head:?}");
        }
        assert!(!head.iter().any(|line| line.starts_with("Content-Encoding")));
        let mut stream = Self {
            connection,
            connected: Value::Null,
            read: 0,
        };
        let (selector, connected) = stream.next();
        assert_eq!(selector, "cmd.onConnect");
        stream.connected = connected;
        stream
    }

    /// The selector and the payload of the next event, which is a chunk of its own.
    pub(crate) fn next(&mut self) -> (String, Value) {
        self.read += 1;
        assert_ne!(self.connection.line(), "0", "the stream has ended");
        assert_eq!(self.connection.line(), format!("id: {}", self.read));
        let data = self.connection.line();
        let event = data
            .strip_prefix("data: ")
            .and_then(|event| event.split_once(' '));
        let (selector, json) = event.unwrap_or_else(|| panic!("no event: {data:?}"));
        assert_eq!(self.connection.line(), "");
        assert_eq!(self.connection.line(), "", "the end of the chunk");
        (selector.to_owned(), serde_json::from_str(json).unwrap())
    }

    /// Whether nothing more comes, in good order.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.connection.line() == "0"
    }

    pub(crate) fn selector(&mut self) -> String {
        self.next().0
    }

    pub(crate) fn fact(&self, name: &str) -> &str {
        self.connected[name].as_str().unwrap()
    }

    /// The path and query of an address that the first event told.
    pub(crate) fn path(&self, name: &str) -> &str {
        let host = "http://test";
        self.fact(name).strip_prefix(host).unwrap()
    }
}

pub(crate) fn opened(
    host: &RunningGateway,
    query: &str,
    headers: &str,
) -> (Connection, Vec<String>) {
    let mut connection = Connection::open(host);
    connection.write(format!(
        "GET /event-stream{query} HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\n\
         Accept-Encoding: gzip\r\n{headers}\r\n"
    ));
    let head = std::iter::repeat_with(|| connection.line());
    let head = head.take_while(|line| !line.is_empty()).collect();
    (connection, head)
}

/// The cookies of a new session, as a header.
pub(crate) fn signed_in(host: &RunningGateway) -> String {
    let head = "POST /auth/credentials\nContent-Type: application/json";
    let reply = send(host, head, SIGN_IN);
    let cookies: Vec<_> = reply.all("set-cookie");
    let pairs = cookies
        .iter()
        .map(|cookie| cookie.split(';').next().unwrap());
    format!("Cookie: {}\r\n", pairs.collect::<Vec<_>>().join("; "))
}

/// The password of the first login, as a header.
pub(crate) fn basic(gateway: &RunningGateway) -> String {
    let password = gateway.admin_password();
    let proof = data_encoding::BASE64.encode(format!("admin:{password}").as_bytes());
    format!("Authorization: Basic {proof}\r\n")
}

pub(crate) fn publish(host: &RunningGateway, headers: &str, body: &str) -> Reply {
    let head = format!("POST /publish\nContent-Type: application/json\n{headers}");
    send(host, head.trim_end(), body)
}

//! Requests byte for byte, and answers with their header names as they came.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

/// A connection that is kept alive, as clients keep theirs.
pub(crate) struct Connection {
    authority: String,
    stream: BufReader<TcpStream>,
}

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) reason: String,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    /// The values of the header of exactly that name.
    pub(crate) fn exactly<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        let own = self.headers.iter().filter(move |(own, _)| own == name);
        own.map(|(_, value)| value.as_str()).collect()
    }

    /// What a cookie jar would send back.
    pub(crate) fn cookies(&self) -> String {
        let pairs = self.exactly("Set-Cookie").into_iter();
        let pairs = pairs.map(|cookie| cookie.split(';').next().unwrap_or_default());
        pairs.collect::<Vec<_>>().join("; ")
    }
}

impl Connection {
    /// Connects to `http://HOST:PORT`.
    pub(crate) fn open(base: &str) -> Self {
        let authority = base.trim_start_matches("http://").to_owned();
        let stream = TcpStream::connect(&authority).expect("a host that listens");
        Self {
            authority,
            stream: BufReader::new(stream),
        }
    }

    /// Sends a request line, the header lines and the body, with the length that it has.
    pub(crate) fn send(&mut self, line: &str, headers: &[&str], body: &str) -> Answer {
        self.write_head(line, headers, body.len());
        self.write(body);
        self.read()
    }

    /// As [`send`](Self::send), with a body that is compressed.
    pub(crate) fn send_gzip(&mut self, line: &str, headers: &[&str], body: &str) -> Answer {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        let written = encoder.write_all(body.as_bytes());
        written.expect("memory to write to");
        let body = encoder.finish().expect("memory to write to");
        let headers = [headers, &["Content-Encoding: gzip"]].concat();
        self.write_head(line, &headers, body.len());
        self.write(&body);
        self.read()
    }

    /// As [`send`](Self::send), but waits for `100 Continue` before the body.
    pub(crate) fn send_expecting(&mut self, line: &str, headers: &[&str], body: &str) -> Answer {
        let headers: Vec<_> = headers
            .iter()
            .copied()
            .chain(["Expect: 100-continue"])
            .collect();
        self.write_head(line, &headers, body.len());
        let status = self.line();
        assert!(status.starts_with("HTTP/1.1 100 "), "{status}");
        assert_eq!(self.line(), "", "an interim answer has no headers here");
        self.write(body);
        self.read()
    }

    fn write_head(&mut self, line: &str, headers: &[&str], length: usize) {
        let mut head = format!("{line} HTTP/1.1\r\nHost: {}\r\n", self.authority);
        for header in headers {
            head.push_str(header);
            head.push_str("\r\n");
        }
        if length > 0 || !line.starts_with("GET ") {
            head.push_str(&format!("Content-Length: {length}\r\n"));
        }
        head.push_str("\r\n");
        self.write(&head);
    }

    fn write(&mut self, bytes: impl AsRef<[u8]>) {
        let written = self.stream.get_mut().write_all(bytes.as_ref());
        written.expect("a host that reads");
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.stream.read_line(&mut line).expect("a line of text");
        line.trim_end().to_owned()
    }

    fn read(&mut self) -> Answer {
        let status = self.line();
        let mut parts = status.splitn(3, ' ').skip(1);
        let code = parts.next().and_then(|code| code.parse().ok());
        let reason = parts.next().unwrap_or_default().to_owned();
        let mut headers = Vec::new();
        while let Some((name, value)) = self.line().split_once(": ") {
            headers.push((name.to_owned(), value.to_owned()));
        }
        let length = headers.iter().find(|(name, _)| name == "Content-Length");
        let length = length.and_then(|(_, value)| value.parse().ok());
        let mut body = vec![0; length.unwrap_or(0)];
        self.stream.read_exact(&mut body).expect("a whole body");
        let is_gzip = headers.contains(&("Content-Encoding".to_owned(), "gzip".to_owned()));
        let body = if is_gzip { inflated(&body) } else { body };
        Answer {
            status: code.unwrap_or_else(|| panic!("no status: {status}")),
            reason,
            headers,
            body: String::from_utf8(body).expect("a body of text"),
        }
    }
}

fn inflated(body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    let read = GzDecoder::new(body).read_to_end(&mut whole);
    read.expect("a body in gzip");
    whole
}

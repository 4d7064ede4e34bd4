use std::io::{Error, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};

const CONNECTIONS: usize = 32;

/// Connections that send the same request again and again, each waiting for its answer.
///
/// It never sleeps while it waits: the kernel would charge the server for waking it, which no
/// server does for a client on another machine.
pub(crate) struct Load<'a> {
    request: &'a [u8],
    connections: Vec<TcpStream>,
    /// Length of an answer; all have the same.
    answer: usize,
}

impl<'a> Load<'a> {
    /// Connects, and sends the request once on every connection.
    pub(crate) fn open(address: SocketAddr, request: &'a [u8]) -> std::io::Result<Self> {
        let mut connections = Vec::with_capacity(CONNECTIONS);
        let mut answer = 0;
        for _ in 0..CONNECTIONS {
            let mut connection = TcpStream::connect(address)?;
            connection.set_nodelay(true)?;
            answer = exchange(&mut connection, request)?.len();
            connection.set_nonblocking(true)?;
            connections.push(connection);
        }
        Ok(Self {
            request,
            connections,
            answer,
        })
    }

    /// Sends `requests` in all: one on every connection, then the answers, then the next.
    pub(crate) fn send(mut self, requests: usize) -> std::io::Result<()> {
        let mut buffer = vec![0; self.answer];
        for _ in 0..requests / CONNECTIONS {
            for connection in &mut self.connections {
                // As short as a request is, there is room for it.
                connection.write_all(self.request)?;
            }
            for connection in &mut self.connections {
                fill(connection, &mut buffer)?;
                if !buffer.starts_with(b"HTTP/1.1 200 ") {
                    return Err(Error::other("an answer that is no success"));
                }
            }
        }
        Ok(())
    }
}

/// Reads that many bytes, looking for them again and again.
fn fill(connection: &mut TcpStream, buffer: &mut [u8]) -> std::io::Result<()> {
    let mut filled = 0;
    while filled < buffer.len() {
        match connection.read(&mut buffer[filled..]) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(read) => filled += read,
            Err(fault) if fault.kind() == ErrorKind::WouldBlock => std::hint::spin_loop(),
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}

/// Sends a request and reads the whole answer, which has to be a success with a length.
pub(crate) fn exchange(connection: &mut TcpStream, request: &[u8]) -> std::io::Result<Vec<u8>> {
    connection.write_all(request)?;
    let mut answer = Vec::new();
    loop {
        let mut part = [0; 4096];
        let read = connection.read(&mut part)?;
        answer.extend_from_slice(&part[..read]);
        let whole = whole_length(&answer);
        if whole.is_some_and(|whole| answer.len() >= whole) {
            return Ok(answer);
        }
        if read == 0 {
            let text = String::from_utf8_lossy(&answer).into_owned();
            return Err(Error::other(format!("an answer without end: {text}")));
        }
    }
}

/// Length of head and body, once the head is there.
fn whole_length(answer: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(answer).ok()?;
    let (head, _) = text.split_once("\r\n\r\n")?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse::<usize>().ok())?
    });
    Some(head.len() + 4 + length?)
}

//! A Redis on the far end of a slow line.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::net::UnixStream;
use std::thread;
use std::time::Duration;

use conformance::RedisProcess;

/// Passes what is asked on to a Redis at once, and what it answers back after a while, by the piece
/// that arrives. The threads of a connection end with it; the one that listens lasts as long as the
/// process of the test.
pub(crate) struct SlowRedis {
    url: String,
}

impl SlowRedis {
    pub(crate) fn before(redis: &RedisProcess, delay: Duration) -> Self {
        let socket = redis.url().trim_start_matches("redis+unix://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("redis://{}", listener.local_addr().unwrap());
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let Ok(server) = UnixStream::connect(&socket) else {
                    break;
                };
                let (requests, answers) = (client.try_clone(), server.try_clone());
                let (Ok(requests), Ok(answers)) = (requests, answers) else {
                    break;
                };
                thread::spawn(move || pass_on(requests, server, Duration::ZERO));
                thread::spawn(move || pass_on(answers, client, delay));
            }
        });
        Self { url }
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

fn pass_on(mut from: impl Read, mut to: impl Write, delay: Duration) {
    let mut buffer = [0; 4096];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        // This is the slow line itself, no wait for something to happen elsewhere.
        thread::sleep(delay);
        if to.write_all(&buffer[..length]).is_err() {
            break;
        }
    }
}

//! The end of the process, by signal.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use conformance::GatewayProcess;
use data_encoding::BASE64;

use crate::client::ROUTE;

#[test]
fn a_signal_is_obeyed_from_the_moment_that_the_address_is_told() {
    for _ in 0..5 {
        let (status, _folder) = GatewayProcess::new().start().terminate();
        assert!(status.success(), "{status}");
    }
}

#[test]
fn a_running_request_is_answered_and_no_other_is_taken() {
    let gateway = GatewayProcess::new().start();
    let address = gateway.base().trim_start_matches("http://").to_owned();
    let proof = BASE64.encode(format!("admin:{}", gateway.admin_password()).as_bytes());
    let mut connection = TcpStream::connect(&address).unwrap();
    let head = format!(
        "PUT {ROUTE} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Basic {proof}\r\n\
         Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: 2\r\n\
         Expect: 100-continue\r\n\r\n"
    );
    connection.write_all(head.as_bytes()).unwrap();
    let mut answer = BufReader::new(connection.try_clone().unwrap());
    let mut line = String::new();
    answer.read_line(&mut line).unwrap();
    assert!(line.starts_with("HTTP/1.1 100"), "the request runs: {line}");

    let ending = thread::spawn(move || gateway.terminate());
    let deadline = Instant::now() + Duration::from_secs(30);
    while TcpStream::connect(&address).is_ok() {
        assert!(Instant::now() < deadline, "it still takes connections");
    }
    connection.write_all(b"{}").unwrap();
    let mut rest = String::new();
    answer.read_to_string(&mut rest).unwrap();
    assert!(
        rest.contains("HTTP/1.1 200") && rest.contains("otpauth://"),
        "{rest}"
    );
    let (status, _folder) = ending.join().unwrap();
    assert!(status.success(), "{status}");
}

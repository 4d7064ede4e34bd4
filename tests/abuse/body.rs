//! Bodies with the header lines that frame them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A body behind its framing headers and the empty line.
pub(crate) fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        3 => Just(b"\r\n".to_vec()),
        8 => content().prop_map(|content| with_length(&content, content.len())),
        // Less than stated, and more: the rest is no request.
        2 => (content(), 1_usize..100).prop_map(|(content, more)| with_length(&content, content.len() + more)),
        2 => (content(), 1_usize..100).prop_map(|(content, less)| with_length(&content, content.len().saturating_sub(less))),
        2 => chunks(),
    ]
}

fn with_length(content: &[u8], length: usize) -> Vec<u8> {
    let mut bytes = format!("Content-Length: {length}\r\n\r\n").into_bytes();
    bytes.extend_from_slice(content);
    bytes
}

/// Chunks, some with sizes that are not theirs.
fn chunks() -> impl Strategy<Value = Vec<u8>> {
    let size = prop_oneof![
        6 => Just(None),
        1 => "[0-9a-fA-Fx;=-]{0,20}".prop_map(Some),
    ];
    vec((content(), size), 0..4).prop_map(|chunks| {
        let mut bytes = b"Transfer-Encoding: chunked\r\n\r\n".to_vec();
        for (content, size) in chunks {
            let size = size.unwrap_or_else(|| format!("{:x}", content.len()));
            bytes.extend_from_slice(size.as_bytes());
            bytes.extend_from_slice(b"\r\n");
            bytes.extend_from_slice(&content);
            bytes.extend_from_slice(b"\r\n");
        }
        bytes.extend_from_slice(b"0\r\n\r\n");
        bytes
    })
}

/// Well-formed text, text with something done to it, and bytes.
fn content() -> impl Strategy<Value = Vec<u8>> {
    const SEEDS: &[&str] = &[
        r#"{"name":"x","age":3,"items":[{"id":1,"name":"a","child":{"id":2}}]}"#,
        r#"{"int":1,"dateTime":"2024-01-02T03:04:05Z","matrix":[[1],[2,3]],"stringMap":{"a":"b"},"bytes":"AAEC"}"#,
        r#"{int:1,dateTime:2024-01-02,matrix:[[1],[2,3]],stringMap:{a:b},nested:{id:1,name:"a,b"}}"#,
        r#"[{"name":"a"},{"name":"b"}]"#,
        "[{name:a},{name:b}]",
        r#"<Hello xmlns="http://schemas.datacontract.org/2004/07/Conformance"><Name>x</Name></Hello>"#,
        "Name,Age\r\nx,3\r\n",
        "name=x&age=3&items=%5B%7Bid:1%7D%5D",
        "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nx\r\n--b--\r\n",
        r#"{"provider":"credentials","userName":"test","password":"wrong"}"#,
        r#"{"$type":"System.Object","__type":"System.IO.File","int":1e400,"long":99999999999999999999}"#,
    ];
    let seed = || select(SEEDS).prop_map(|text| text.as_bytes().to_vec());
    let changed = (seed(), any::<prop::sample::Index>(), vec(any::<u8>(), 0..6)).prop_map(
        |(mut text, index, bytes)| {
            let at = index.index(text.len());
            text.splice(at..(at + bytes.len()).min(text.len()), bytes);
            text
        },
    );
    let cut = (seed(), any::<prop::sample::Index>()).prop_map(|(mut text, index)| {
        text.truncate(index.index(text.len()));
        text
    });
    let deep = (
        select(
            &[
                "[",
                "{\"child\":",
                "{child:",
                "{\"nested\":",
                "(",
                "<a>",
                "\"",
            ][..],
        ),
        1_usize..3000,
    )
        .prop_map(|(open, times)| open.repeat(times).into_bytes());
    let numbers = "\\{\"(int|double|decimal|long|float|dateTime|timeSpan)\":-?[0-9]{1,400}(\\.[0-9]{0,400})?([eE][+-]?[0-9]{1,9})?\\}"
        .prop_map(String::into_bytes);
    prop_oneof![
        3 => seed(),
        3 => changed,
        2 => cut,
        2 => deep,
        1 => numbers,
        1 => vec(any::<u8>(), 0..300),
    ]
}

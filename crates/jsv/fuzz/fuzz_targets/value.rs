//! Any bytes as a value: nothing panics, what strict reading accepts lenient reading takes for
//! the same, and what is written is read again.
#![no_main]

use jsv::{ReadOptions, Value};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let lenient = ReadOptions::new().lenient().from_slice::<Value<'_>>(bytes);
    let Ok(strict) = jsv::from_slice::<Value<'_>>(bytes) else {
        return;
    };
    assert_eq!(lenient.ok().as_ref(), Some(&strict));
    let written = jsv::to_string(&strict).expect("a value can be written");
    jsv::from_str::<Value<'_>>(&written).expect("what is written can be read");
});

//! Bytes a second and allocations, for a look at one codec at a time. The ratios of the two in one
//! run, which do not depend on how busy the machine is, are printed by the benchmark `ratios`.
//!
//! `cargo bench -p jsv --bench throughput`; a word after `--` picks the benchmarks by name.
#![expect(clippy::unwrap_used, reason = "the values are its own")]

#[path = "../ratios/data.rs"]
mod data;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher};
use serde::Serialize;
use serde::de::DeserializeOwned;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// The benchmarks of one kind of values, for both codecs.
macro_rules! values {
    ($name:ident, $make:path) => {
        mod $name {
            use divan::Bencher;

            #[divan::bench]
            fn value_jsv(bencher: Bencher<'_, '_>) {
                let text = jsv::to_string(&$make()).unwrap();
                super::read(bencher, &text, |text| {
                    drop(jsv::from_str::<jsv::Value<'_>>(text).unwrap());
                });
            }

            #[divan::bench]
            fn value_json(bencher: Bencher<'_, '_>) {
                let text = serde_json::to_string(&$make()).unwrap();
                super::read(bencher, &text, |text| {
                    drop(serde_json::from_str::<serde_json::Value>(text).unwrap());
                });
            }

            #[divan::bench]
            fn typed_jsv(bencher: Bencher<'_, '_>) {
                let text = jsv::to_string(&$make()).unwrap();
                super::read(bencher, &text, super::read_jsv(&$make()));
            }

            #[divan::bench]
            fn typed_json(bencher: Bencher<'_, '_>) {
                let text = serde_json::to_string(&$make()).unwrap();
                super::read(bencher, &text, super::read_json(&$make()));
            }

            #[divan::bench]
            fn write_jsv(bencher: Bencher<'_, '_>) {
                super::write(bencher, &$make(), |value| jsv::to_vec(value).unwrap());
            }

            #[divan::bench]
            fn write_json(bencher: Bencher<'_, '_>) {
                super::write(bencher, &$make(), |value| {
                    serde_json::to_vec(value).unwrap()
                });
            }
        }
    };
}

values!(strings, crate::data::tweets);
values!(numbers, crate::data::coordinates);
values!(mixed, crate::data::catalog);
values!(two_factor, crate::data::two_factor);
values!(deep, crate::data::deep);

fn read(bencher: Bencher<'_, '_>, text: &str, read: impl Fn(&str) + Sync) {
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| read(divan::black_box(text)));
}

/// Reads a text as the type of a value.
fn read_jsv<T: DeserializeOwned>(_: &T) -> impl Fn(&str) + Sync + use<T> {
    |text| drop(jsv::from_str::<T>(text).unwrap())
}

fn read_json<T: DeserializeOwned>(_: &T) -> impl Fn(&str) + Sync + use<T> {
    |text| drop(serde_json::from_str::<T>(text).unwrap())
}

fn write<T: Serialize + Sync>(
    bencher: Bencher<'_, '_>,
    value: &T,
    write: impl Fn(&T) -> Vec<u8> + Sync,
) {
    let length = write(value).len();
    bencher
        .counter(BytesCount::new(length))
        .bench(|| write(divan::black_box(value)));
}

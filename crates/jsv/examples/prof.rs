#![allow(clippy::all, missing_docs, dead_code)]
#[path = "../benches/ratios/data.rs"]
mod data;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::hint::black_box;
use std::time::Instant;
fn go<T: Serialize + DeserializeOwned>(v: &T, what: &str, secs: f64) {
    let j = jsv::to_string(v).unwrap();
    let s = serde_json::to_string(v).unwrap();
    let o = jsv::WriteOptions::new();
    let mut b = Vec::new();
    let mut best = f64::MAX;
    let t0 = Instant::now();
    while t0.elapsed().as_secs_f64() < secs {
        let t = Instant::now();
        let n = (300_000 / j.len()).max(1);
        for _ in 0..n { match what {
            "jv" => drop(black_box(jsv::from_str::<jsv::Value<'_>>(&j).unwrap())),
            "sv" => drop(black_box(serde_json::from_str::<serde_json::Value>(&s).unwrap())),
            "jt" => drop(black_box(jsv::from_str::<T>(&j).unwrap())),
            "st" => drop(black_box(serde_json::from_str::<T>(&s).unwrap())),
            "jw" => { b.clear(); v.serialize(jsv::Serializer::new(&mut b, &o)).unwrap(); }
            "sw" => { b.clear(); serde_json::to_writer(&mut b, v).unwrap(); }
            _ => panic!(),
        } }
        best = best.min(t.elapsed().as_secs_f64() / n as f64);
    }
    println!("{what} {:.2} us", best * 1e6);
}
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let secs: f64 = a[3].parse().unwrap();
    for what in a[2].split(',') {
        match &*a[1] {
            "strings" => go(&data::tweets(), what, secs),
            "numbers" => go(&data::coordinates(), what, secs),
            "mixed" => go(&data::catalog(), what, secs),
            "2fa" => go(&data::two_factor(), what, secs),
            _ => go(&data::deep(), what, secs),
        }
    }
}

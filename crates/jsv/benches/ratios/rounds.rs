use std::hint::black_box;
use std::time::{Duration, Instant};

/// How many rounds the median is taken of.
const ROUNDS: usize = 15;
/// How long one side of a round takes, about.
const SIDE: Duration = Duration::from_millis(20);

/// How many times faster `ours` is than `theirs`.
pub(crate) fn ratio(mut ours: impl FnMut(), mut theirs: impl FnMut()) -> f64 {
    let (our_runs, their_runs) = (runs(&mut ours), runs(&mut theirs));
    let mut ratios: Vec<f64> = (0..ROUNDS)
        .map(|_| time(&mut theirs, their_runs) / time(&mut ours, our_runs))
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ROUNDS / 2]
}

/// How many runs fill a side.
fn runs(run: &mut impl FnMut()) -> u32 {
    let one = time(run, 3).max(1e-9);
    (SIDE.as_secs_f64() / one).clamp(3.0, 1e6) as u32
}

/// Seconds that one run takes.
fn time(run: &mut impl FnMut(), runs: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..runs {
        black_box(&mut *run)();
    }
    start.elapsed().as_secs_f64() / f64::from(runs)
}

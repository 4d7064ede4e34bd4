use std::hint::black_box;
use std::time::{Duration, Instant};

/// How many rounds the median is taken of.
const ROUNDS: usize = 9;
/// How often the two take turns in a round. The quickest turn of each counts: it is the one that
/// nothing else on the machine broke into.
const TURNS: usize = 25;
/// How long a turn takes, about.
const TURN: Duration = Duration::from_micros(1500);

/// How many times faster `ours` is than `theirs`.
pub(crate) fn ratio(mut ours: impl FnMut(), mut theirs: impl FnMut()) -> f64 {
    let (our_runs, their_runs) = (runs(&mut ours), runs(&mut theirs));
    let mut ratios: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let (mut our_best, mut their_best) = (f64::MAX, f64::MAX);
            for _ in 0..TURNS {
                our_best = our_best.min(time(&mut ours, our_runs));
                their_best = their_best.min(time(&mut theirs, their_runs));
            }
            their_best / our_best
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ROUNDS / 2]
}

/// How many runs fill a turn.
fn runs(run: &mut impl FnMut()) -> u32 {
    let one = (0..10).map(|_| time(run, 1)).fold(f64::MAX, f64::min);
    let runs = TURN.as_secs_f64() / one.max(1e-9);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped"
    )]
    let runs = runs.clamp(1.0, 1e6) as u32;
    runs
}

/// Seconds that one run takes.
fn time(run: &mut impl FnMut(), runs: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..runs {
        black_box(&mut *run)();
    }
    start.elapsed().as_secs_f64() / f64::from(runs)
}

use std::fmt::Write;

use crate::cpu_time::CpuTime;

/// One request in one round.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell {
    pub(crate) bare: CpuTime,
    pub(crate) host: CpuTime,
}

/// Medians of the rounds as a Markdown table: microseconds of CPU time a request, and the ratio of
/// host to bare handler, which is the median of the rounds' ratios.
pub(crate) fn of<'a>(rows: impl Iterator<Item = (&'a str, Vec<Cell>)>) -> String {
    let mut text = String::from(
        "| request | bare user | bare system | bare total | host user | host system | host total | user ratio | total ratio |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for (name, cells) in rows {
        let column = |of: fn(&Cell) -> f64| median(cells.iter().map(of).collect());
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "| {name} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} |",
            column(|cell| cell.bare.user),
            column(|cell| cell.bare.system),
            column(|cell| cell.bare.total),
            column(|cell| cell.host.user),
            column(|cell| cell.host.system),
            column(|cell| cell.host.total),
            column(|cell| cell.host.user / cell.bare.user),
            column(|cell| cell.host.total / cell.bare.total),
        );
    }
    text
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => f64::NAN,
        length if length % 2 == 1 => values[middle],
        _ => f64::midpoint(values[middle - 1], values[middle]),
    }
}

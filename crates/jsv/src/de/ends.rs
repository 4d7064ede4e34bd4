//! Where lists and maps end, found for all of a text in one pass.

use crate::scan::{self, work};

/// The end of every bracketed run, by the place where it begins.
///
/// A run that begins at `{` counts `{` and `}` outside of quotes until they pair up, and knows
/// nothing of `[`; a run that begins at `[` the other way round. Quotes are counted from the
/// beginning of the run, so that a bracket sees only those with the same number of quotes before
/// them, even or odd: four stacks find all ends at once.
#[derive(Debug)]
pub(crate) struct Ends {
    /// Begin and end, ordered by begin; the end is after the closing bracket.
    runs: Vec<(usize, usize)>,
}

/// Marks a run that is never closed.
const OPEN: usize = usize::MAX;

impl Ends {
    pub(crate) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut runs = Vec::new();
        let mut stacks: [Vec<usize>; 4] = Default::default();
        let (mut at, mut is_odd) = (scan::structural(bytes, 0), false);
        while let Some(byte) = bytes.get(at) {
            let stack = 2 * usize::from(matches!(byte, b'[' | b']')) + usize::from(is_odd);
            match byte {
                b'"' => is_odd = !is_odd,
                b'{' | b'[' => {
                    stacks[stack].push(runs.len());
                    runs.push((at, OPEN));
                }
                b'}' | b']' => {
                    if let Some(run) = stacks[stack].pop() {
                        runs[run].1 = at + 1;
                    }
                }
                _ => {}
            }
            at = scan::structural(bytes, at + 1);
        }
        Self { runs }
    }

    /// Where the run ends that begins at `begin`; `None` if it is never closed.
    pub(crate) fn after(&self, begin: usize) -> Option<usize> {
        work::count(1);
        let run = self.runs.binary_search_by_key(&begin, |run| run.0).ok()?;
        Some(self.runs[run].1).filter(|end| *end != OPEN)
    }
}

#[cfg(test)]
mod tests {
    use super::Ends;

    #[test]
    fn a_run_counts_its_own_brackets_and_its_own_quotes() {
        let ends = Ends::of(r#"{a:[1,{b:"}"}],c:"[",d:{[}}"#);
        assert_eq!(ends.after(0), Some(27));
        assert_eq!(ends.after(3), Some(14));
        assert_eq!(ends.after(6), Some(13));
        assert_eq!(ends.after(23), Some(26));
        assert_eq!(ends.after(24), None);
        let ends = Ends::of(r#"x",{a:"y"},{"#);
        assert_eq!(ends.after(3), Some(10));
        assert_eq!(ends.after(11), None);
    }
}

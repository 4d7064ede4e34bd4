use std::ops::Sub;

/// `USER_HZ`: the unit of the kernel's figures for processes.
const TICKS_A_SECOND: f64 = 100.0;

/// CPU time, in microseconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CpuTime {
    /// As the kernel finds by looking once a tick where the process is.
    pub(crate) user: f64,
    pub(crate) system: f64,
    /// Both, by the scheduler's clock, which is exact.
    pub(crate) total: f64,
}

impl CpuTime {
    /// What a process has used up to now, all its threads together (proc(5), `stat`).
    pub(crate) fn of_process(id: u32) -> std::io::Result<Self> {
        let text = std::fs::read_to_string(format!("/proc/{id}/stat"))?;
        // The second field is the program's name in parentheses, which may hold anything.
        let (_, fields) = text.rsplit_once(") ").expect("a name in parentheses");
        let fields: Vec<&str> = fields.split(' ').collect();
        let microseconds = |index: usize| -> f64 {
            let ticks: f64 = fields[index].parse().expect("a number of ticks");
            ticks / TICKS_A_SECOND * 1e6
        };
        // Fields 14 and 15 of the whole line.
        Ok(Self {
            user: microseconds(11),
            system: microseconds(12),
            total: scheduled(id)?,
        })
    }

    pub(crate) fn each_of(self, requests: usize) -> Self {
        let requests = requests as f64;
        Self {
            user: self.user / requests,
            system: self.system / requests,
            total: self.total / requests,
        }
    }
}

impl Sub for CpuTime {
    type Output = Self;

    fn sub(self, earlier: Self) -> Self {
        Self {
            user: self.user - earlier.user,
            system: self.system - earlier.system,
            total: self.total - earlier.total,
        }
    }
}

/// What all threads of a process that live have run: the first figure of each one's `schedstat`,
/// in nanoseconds (Documentation/scheduler/sched-stats.rst of Linux).
fn scheduled(id: u32) -> std::io::Result<f64> {
    let mut nanoseconds = 0.0;
    for thread in std::fs::read_dir(format!("/proc/{id}/task"))? {
        let text = std::fs::read_to_string(thread?.path().join("schedstat"))?;
        let ran = text
            .split(' ')
            .next()
            .and_then(|ran| ran.parse::<f64>().ok());
        nanoseconds += ran.ok_or_else(|| std::io::Error::other("a schedstat without a figure"))?;
    }
    Ok(nanoseconds / 1e3)
}

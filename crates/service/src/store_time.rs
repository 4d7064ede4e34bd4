use std::cell::Cell;
use std::future::Future;
use std::time::Duration;

tokio::task_local! {
    static LEFT: Cell<Duration>;
}

/// How long the stores may take over one request, all their calls together. A store that another
/// machine keeps asks for what is left and says what it has spent, so that a request with many
/// calls waits no longer than one with a single call.
///
/// It belongs to the task of the request: what a service spawns is not held to it.
#[derive(Debug)]
pub struct StoreTime;

impl StoreTime {
    /// Runs a request whose stores have that much time.
    pub async fn limit<F: Future>(budget: Duration, request: F) -> F::Output {
        LEFT.scope(Cell::new(budget), request).await
    }

    /// What is left of it; `None` where there is no limit.
    pub fn left() -> Option<Duration> {
        LEFT.try_with(Cell::get).ok()
    }

    /// Takes from it what a call has taken.
    pub fn spend(spent: Duration) {
        // Without a limit there is nothing to take from.
        let _ = LEFT.try_with(|left| left.set(left.get().saturating_sub(spent)));
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::StoreTime;

    #[tokio::test]
    async fn the_calls_of_one_request_share_it() {
        let seconds = Duration::from_secs;
        assert_eq!(StoreTime::left(), None);
        StoreTime::spend(seconds(1));
        let request = async {
            let mut seen = Vec::new();
            for _ in 0..3 {
                StoreTime::spend(seconds(2));
                tokio::task::yield_now().await;
                seen.extend(StoreTime::left());
            }
            seen
        };
        let (first, second) = tokio::join!(
            StoreTime::limit(seconds(5), request),
            StoreTime::limit(seconds(9), async { StoreTime::left() }),
        );
        assert_eq!(first, [seconds(3), seconds(1), Duration::ZERO]);
        assert_eq!(second, Some(seconds(9)));
        assert_eq!(StoreTime::left(), None);
    }
}

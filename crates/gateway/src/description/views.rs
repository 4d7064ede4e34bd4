use std::collections::VecDeque;
use std::ptr;
use std::sync::{Arc, Mutex, PoisonError};

use contract::OperationDescriptor;

use super::view::View;

/// Most views that are kept; each has the documents that were generated from it.
const MOST_VIEWS: usize = 16;

/// Views by the operations that are seen in them, the one that was asked for last first.
///
/// A caller gets the view of exactly the operations that it may see, whatever its name or roles: what
/// two callers share is what both would be told anyway.
#[derive(Debug, Default)]
pub(super) struct Views(Mutex<VecDeque<Arc<View>>>);

impl Views {
    /// The view of these operations, which are in the order of the host's.
    pub(super) fn of(&self, operations: Vec<&'static OperationDescriptor>) -> Arc<View> {
        if let Some(kept) = self.kept(|views| find(views, &operations)) {
            return kept;
        }
        // Without the lock: two may make the same, which is better than that all wait.
        let made = Arc::new(View::of(operations));
        self.kept(|views| {
            find(views, &made.operations).unwrap_or_else(|| {
                views.push_front(Arc::clone(&made));
                views.truncate(MOST_VIEWS);
                made
            })
        })
    }

    fn kept<T>(&self, with: impl FnOnce(&mut VecDeque<Arc<View>>) -> T) -> T {
        // The list is whole at every step, so a panic elsewhere has not broken it.
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The view of exactly these operations, which becomes the first.
fn find(
    views: &mut VecDeque<Arc<View>>,
    operations: &[&'static OperationDescriptor],
) -> Option<Arc<View>> {
    let at = views
        .iter()
        .position(|view| are_same(&view.operations, operations))?;
    let found = views.remove(at)?;
    views.push_front(Arc::clone(&found));
    Some(found)
}

fn are_same(some: &[&OperationDescriptor], others: &[&OperationDescriptor]) -> bool {
    let mut pairs = some.iter().zip(others);
    some.len() == others.len() && pairs.all(|(one, other)| ptr::eq(*one, *other))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use contract::{Dto, Operation, OperationDescriptor};

    use super::{MOST_VIEWS, Views};

    #[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
    #[operation(returns = void)]
    struct One;

    #[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
    #[operation(returns = void)]
    struct Other;

    /// As many different lists as one likes: what matters is which operations stand in them.
    fn numbered(number: usize) -> Vec<&'static OperationDescriptor> {
        let bits = (0..8).map(|bit| number >> bit & 1 == 1);
        bits.map(|is_set| {
            if is_set {
                One::operation()
            } else {
                Other::operation()
            }
        })
        .collect()
    }

    #[test]
    fn a_view_is_of_exactly_the_operations_that_are_seen() {
        let views = Views::default();
        let both = views.of(vec![One::operation(), Other::operation()]);
        for less in [vec![], vec![One::operation()], vec![Other::operation()]] {
            let view = views.of(less.clone());
            let names = |of: &[&OperationDescriptor]| -> Vec<_> {
                of.iter().map(|operation| operation.request.name).collect()
            };
            assert_eq!(names(&view.operations), names(&less));
            assert!(Arc::ptr_eq(&view, &views.of(less)));
        }
        let again = views.of(vec![One::operation(), Other::operation()]);
        assert!(Arc::ptr_eq(&both, &again));
    }

    #[test]
    fn those_that_nobody_asks_for_go() {
        let views = Views::default();
        let kept = views.of(numbered(0));
        let forgotten = views.of(numbered(1));
        for number in 2..MOST_VIEWS + 2 {
            views.of(numbered(number));
            assert!(Arc::ptr_eq(&kept, &views.of(numbered(0))));
        }
        assert!(!Arc::ptr_eq(&forgotten, &views.of(numbered(1))));
        assert_eq!(views.kept(|kept| kept.len()), MOST_VIEWS);
    }
}

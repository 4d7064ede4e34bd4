use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_util::Stream;
use tokio::sync::mpsc;
use tokio::time::{Instant, Sleep, sleep};

use crate::ServerEvents;
use crate::event::Frame;
use crate::subscriber::SubscriberId;

/// What a subscriber is sent, as frames of an event stream (HTML, section 9.2.6). It ends when the
/// subscriber unregisters, is idle, reads too slowly, or the host ends; dropping it unregisters.
pub struct Subscription {
    events: ServerEvents,
    id: SubscriberId,
    frames: mpsc::Receiver<Frame>,
    /// Frames sent; each says its number.
    sent: u64,
    idle: Pin<Box<Sleep>>,
}

impl Subscription {
    pub(crate) fn new(
        events: ServerEvents,
        id: SubscriberId,
        frames: mpsc::Receiver<Frame>,
    ) -> Self {
        let idle = Box::pin(sleep(events.settings().idle_timeout));
        Self {
            events,
            id,
            frames,
            sent: 0,
            idle,
        }
    }

    /// Ready when the subscriber has been idle for too long, or is gone.
    fn poll_idle(&mut self, context: &mut Context<'_>) -> Poll<()> {
        while self.idle.as_mut().poll(context).is_ready() {
            match self.events.time_left(&self.id) {
                Some(left) if !left.is_zero() => self.idle.as_mut().reset(Instant::now() + left),
                _ => return Poll::Ready(()),
            }
        }
        Poll::Pending
    }
}

impl Stream for Subscription {
    type Item = Bytes;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Bytes>> {
        if let Poll::Ready(frame) = self.frames.poll_recv(context) {
            return Poll::Ready(frame.map(|text| {
                self.sent += 1;
                format!("id: {}\ndata: {text}\n\n", self.sent).into()
            }));
        }
        if self.poll_idle(context).is_ready() {
            self.events.leave(&self.id);
            return Poll::Ready(None);
        }
        Poll::Pending
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.events.leave(&self.id);
    }
}

impl fmt::Debug for Subscription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscription")
            .field("sent", &self.sent)
            .finish_non_exhaustive()
    }
}

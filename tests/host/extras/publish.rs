//! Publishes events, as a service does that has something to tell.

use contract::{Dto, Operation, ResponseStatus};
use events::{Event, ServerEvents};
use service::{Reply, RequestContext, Service, ServiceError};

/// What is published.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Conformance")]
pub(crate) struct Chat {
    text: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "Conformance")]
pub(crate) struct PublishResponse {
    /// How many streams it went to.
    reached: i32,
    response_status: Option<ResponseStatus>,
}

/// To a channel, else to the caller's own streams or session, else to everybody.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "Conformance")]
#[operation(returns = PublishResponse)]
#[route("/publish", POST)]
pub(crate) struct Publish {
    selector: Option<String>,
    text: Option<String>,
    channel: Option<String>,
    to_me: bool,
    to_my_session: bool,
}

pub(crate) struct PublishService {
    events: ServerEvents,
}

impl PublishService {
    pub(crate) const fn new(events: ServerEvents) -> Self {
        Self { events }
    }
}

impl Service<Publish> for PublishService {
    async fn execute(
        &self,
        request: Publish,
        context: &RequestContext,
    ) -> Result<Reply<PublishResponse>, ServiceError> {
        let selector = request.selector.as_deref().unwrap_or("cmd.chat");
        let chat = Chat { text: request.text };
        let event = Event::new(selector, &chat)
            .map_err(|fault| ServiceError::argument("selector", fault.to_string()))?;
        let reached = if let Some(channel) = &request.channel {
            self.events.publish_to_channel(channel, &event)
        } else if request.to_me {
            let caller = context.require_caller()?;
            self.events.publish_to_user(caller.user_id, &event)
        } else if request.to_my_session {
            let caller = context.require_caller()?;
            self.events.publish_to_session(&caller.session, &event)
        } else {
            self.events.publish_to_all(&event)
        };
        Ok(PublishResponse {
            reached: reached.try_into().unwrap_or(i32::MAX),
            response_status: None,
        }
        .into())
    }
}

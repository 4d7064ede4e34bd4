use std::sync::Arc;

use contract::Map;
use service::{Registry, Reply, RequestContext, Service, ServiceError};

use crate::{
    GetEventSubscribers, ServerEvents, UpdateEventSubscriber, UpdateEventSubscriberResponse,
};

/// ServiceStack's name for it, which error messages tell.
struct ServerEventsSubscribersService {
    events: ServerEvents,
}

impl ServerEventsSubscribersService {
    /// Who may not listen may not look either, whatever the host lets pass.
    fn require_listener(&self, context: &RequestContext) -> Result<(), ServiceError> {
        if self.events.settings().requires_sign_in {
            context.require_caller()?;
        }
        Ok(())
    }
}

/// Registers the operations by which clients change their channels and see who else is there.
pub fn register(registry: &mut impl Registry, events: ServerEvents) {
    let service = Arc::new(ServerEventsSubscribersService { events });
    registry.register::<UpdateEventSubscriber, _>(Arc::clone(&service));
    registry.register::<GetEventSubscribers, _>(service);
}

impl Service<UpdateEventSubscriber> for ServerEventsSubscribersService {
    async fn execute(
        &self,
        request: UpdateEventSubscriber,
        context: &RequestContext,
    ) -> Result<Reply<UpdateEventSubscriberResponse>, ServiceError> {
        self.require_listener(context)?;
        let id = request.id.unwrap_or_default();
        let subscribe = request.subscribe_channels.unwrap_or_default();
        let unsubscribe = request.unsubscribe_channels.unwrap_or_default();
        let caller = context.caller.as_ref();
        self.events.update(&id, caller, &subscribe, &unsubscribe)?;
        Ok(UpdateEventSubscriberResponse::default().into())
    }
}

impl Service<GetEventSubscribers> for ServerEventsSubscribersService {
    async fn execute(
        &self,
        request: GetEventSubscribers,
        context: &RequestContext,
    ) -> Result<Reply<Vec<Map<String, String>>>, ServiceError> {
        self.require_listener(context)?;
        let channels = request.channels.unwrap_or_default();
        Ok(self.events.subscribers(&channels)?.into())
    }
}

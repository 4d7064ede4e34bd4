use contract::{Dto, Map, Operation, ResponseStatus, markers::IGet, markers::IPost};

/// Changes the channels of a subscriber.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "ServiceStack", data_contract, implements(IPost))]
#[operation(returns = UpdateEventSubscriberResponse, actions(POST), exclude_metadata)]
#[route("/event-subscribers/{Id}", POST)]
pub struct UpdateEventSubscriber {
    /// The id that the subscriber's first event told.
    #[dto(order = 1)]
    pub id: Option<String>,
    /// Channels to listen to besides.
    #[dto(order = 2)]
    pub subscribe_channels: Option<Vec<String>>,
    /// Channels to listen to no longer.
    #[dto(order = 3)]
    pub unsubscribe_channels: Option<Vec<String>>,
}

/// That it is done.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(namespace = "ServiceStack", data_contract)]
pub struct UpdateEventSubscriberResponse {
    /// What went wrong; absent on success.
    #[dto(order = 1)]
    pub response_status: Option<ResponseStatus>,
}

/// Who listens to some channels.
#[derive(Debug, Clone, Default, PartialEq, Dto, Operation)]
#[dto(namespace = "ServiceStack", data_contract, implements(IGet))]
#[operation(returns = Vec<Map<String, String>>, actions(GET), exclude_metadata)]
#[route("/event-subscribers", GET)]
pub struct GetEventSubscribers {
    /// The channels; all of them if none is named.
    #[dto(order = 1)]
    pub channels: Option<Vec<String>>,
}

use std::sync::Arc;

use contract::{DateTime, OperationDescriptor};
use metadata::MetadataTypes;
use serde::Serialize;
use service::ServiceError;

use super::view::View;
use crate::binding::first_value;
use crate::exchange::Writing;
use crate::host::HostState;
use crate::reply::{Answer, write_value};
use crate::request_head::RequestHead;

/// What a tool endpoint answers from.
pub(crate) struct ToolRequest<'a> {
    pub(crate) host: &'a HostState,
    pub(crate) head: &'a RequestHead<'a>,
    /// What the caller sees.
    pub(super) view: Arc<View>,
    /// The address that clients reach the host by, without a slash at its end.
    pub(crate) base_url: String,
    /// The format that was negotiated.
    pub(crate) writing: &'a Writing,
}

impl ToolRequest<'_> {
    /// The application's operations and types, as the caller may see them.
    pub(crate) fn api(&self) -> &MetadataTypes {
        &self.view.api
    }

    /// Every operation that the caller may see, ServiceStack's own among them.
    pub(crate) fn operations(&self) -> &[&'static OperationDescriptor] {
        &self.view.operations
    }

    /// The segment of the path at `index`, decoded, without a format suffix.
    pub(crate) fn segment(&self, index: usize) -> Option<&str> {
        self.head.path.segments.get(index).map(AsRef::as_ref)
    }

    /// The first value of that name in the query, in any case; `None` if it is missing or empty.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        first_value(&self.head.query, name).filter(|value| !value.is_empty())
    }

    /// When the host began to serve: what it tells has been the same since. `None` without a clock.
    pub(crate) fn started(&self) -> Option<DateTime> {
        let since_epoch = self.host.started?.as_millis();
        DateTime::from_unix_milliseconds(i64::try_from(since_epoch).ok()?)
    }

    /// Writes a value in the format that was negotiated.
    ///
    /// # Errors
    /// 500 if the format cannot carry it.
    pub(crate) fn write<T: Serialize + ?Sized>(&self, value: &T) -> Result<Answer, ServiceError> {
        write_value(value, None, self.writing)
    }
}

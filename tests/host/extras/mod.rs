//! Operations beside the recorded ones, for what those cannot show; served with `--extras`.

mod cached;
mod echo;
mod fails;
mod panics;
mod publish;
mod rules;
mod upload;

use std::sync::Arc;

use events::ServerEvents;
use service::Registry;

/// Registers them.
pub(crate) fn register(registry: &mut impl Registry, events: &ServerEvents) {
    registry.register::<cached::Cached, _>(Arc::new(cached::CachedService));
    registry.register::<echo::EchoPath, _>(Arc::new(echo::EchoService));
    registry.register::<echo::EchoDotted, _>(Arc::new(echo::EchoService));
    registry.register::<echo::Repeat, _>(Arc::new(echo::EchoService));
    registry.register::<fails::Fail, _>(Arc::new(fails::FailService));
    registry.register::<panics::Panic, _>(Arc::new(panics::PanicService));
    let publisher = publish::PublishService::new(events.clone());
    registry.register::<publish::Publish, _>(Arc::new(publisher));
    registry.register::<rules::Rules, _>(Arc::new(rules::RulesService));
    registry.register::<upload::Upload, _>(Arc::new(upload::UploadService));
    registry.register::<upload::UploadPrivately, _>(Arc::new(upload::UploadService));
}

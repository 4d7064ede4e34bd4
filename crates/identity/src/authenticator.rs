use std::fmt;
use std::sync::Arc;

use service::{
    Authentication, Authenticator, BoxFuture, Caller, Credentials, Environment, Password,
    ServiceError,
};

use crate::{
    PasswordHasher, Provider, Session, SessionKey, SessionLifetimes, SessionStore, User, UserStore,
};

/// Finds out who is calling: by session, or by user name and password of HTTP Basic.
pub struct Identity {
    pub(crate) users: Arc<dyn UserStore>,
    pub(crate) sessions: Arc<dyn SessionStore>,
    pub(crate) passwords: Arc<PasswordHasher>,
    pub(crate) lifetimes: SessionLifetimes,
    pub(crate) environment: Environment,
}

/// A session that has not ended, and its user.
pub(crate) struct LiveSession {
    pub(crate) user: User,
    pub(crate) session: Session,
    key: SessionKey,
}

impl Identity {
    /// Identity over these stores.
    pub fn new(
        users: Arc<dyn UserStore>,
        sessions: Arc<dyn SessionStore>,
        passwords: Arc<PasswordHasher>,
        lifetimes: SessionLifetimes,
        environment: Environment,
    ) -> Self {
        Self {
            users,
            sessions,
            passwords,
            lifetimes,
            environment,
        }
    }

    /// The session that the credentials name, if it has neither expired nor been ended by a
    /// sign-out, by another password or with its user.
    pub(crate) async fn live_session(
        &self,
        credentials: &Credentials,
    ) -> Result<Option<LiveSession>, ServiceError> {
        let Some(id) = credentials.active_session_id() else {
            return Ok(None);
        };
        let key = SessionKey::of(id);
        let Some(session) = self.sessions.get(&key, self.environment.now()).await? else {
            return Ok(None);
        };
        let user = self.users.user(session.user_id).await?;
        let user = user.filter(|user| user.password_stamp() == session.password_stamp);
        Ok(user.map(|user| LiveSession { user, session, key }))
    }

    /// As ServiceStack does, HTTP Basic signs in: the client gets the cookies of a session, and
    /// spares both sides the next check of its password if it keeps them.
    async fn by_password(
        &self,
        name: &str,
        password: &Password,
        credentials: &Credentials,
    ) -> Result<Authentication, ServiceError> {
        let user = self.check_password(name, password.clone()).await?;
        let signed_in = self.sign_in(user, Provider::Basic, false, credentials);
        let signed_in = signed_in.await?;
        let key = SessionKey::of(&signed_in.session_id);
        Ok(Authentication {
            caller: caller(&signed_in.user, Provider::Basic, &key),
            session: Some(signed_in.change),
        })
    }
}

impl Authenticator for Identity {
    /// A session counts before a password, unless the password is another user's: then it is the
    /// later word. An empty password is how an API key is sent, of which there are none.
    fn authenticate<'a>(
        &'a self,
        credentials: &'a Credentials,
    ) -> BoxFuture<'a, Result<Option<Authentication>, ServiceError>> {
        Box::pin(async move {
            let live = self.live_session(credentials).await?;
            if let Some((name, password)) = &credentials.basic
                && !password.is_empty()
                && live.as_ref().is_none_or(|live| !live.user.goes_by(name))
            {
                return self
                    .by_password(name, password, credentials)
                    .await
                    .map(Some);
            }
            Ok(live.map(|live| Authentication {
                caller: caller(&live.user, live.session.provider, &live.key),
                session: None,
            }))
        })
    }

    fn challenge(&self) -> String {
        "credentials realm=\"/auth/credentials\"".to_owned()
    }
}

/// All calls of a user by HTTP Basic count as one session: a client that keeps no cookies has a
/// new one with every request.
fn caller(user: &User, provider: Provider, key: &SessionKey) -> Caller {
    let session = match provider {
        Provider::Basic => format!("basic:{}", user.id),
        Provider::Credentials => key.fingerprint().to_owned(),
    };
    Caller {
        user_id: user.id,
        user_name: user.user_name.clone(),
        display_name: user.shown_name().to_owned(),
        email: user.email.clone(),
        roles: user.roles.clone(),
        session,
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::fixture::{House, PASSWORD, basic, cookie};
    use service::SessionChange;

    async fn caller_of(house: &House, credentials: &Credentials) -> Option<Caller> {
        let found = house.identity.authenticate(credentials).await.unwrap();
        found.map(|authentication| authentication.caller)
    }

    /// Signs in by credentials, as `jane`.
    async fn session_of_jane(house: &House, is_permanent: bool) -> String {
        let user = house
            .identity
            .check_password("jane", PASSWORD.into())
            .await
            .unwrap();
        let nothing = Credentials::default();
        let signed_in = house
            .identity
            .sign_in(user, Provider::Credentials, is_permanent, &nothing);
        signed_in.await.unwrap().session_id
    }

    #[tokio::test]
    async fn a_name_or_an_address_in_any_case_and_the_password_are_a_proof() {
        let house = House::with_users().await;
        for name in ["jane", "JANE", "Jane@Acme.Example"] {
            let caller = caller_of(&house, &basic(name, PASSWORD)).await.unwrap();
            assert_eq!((caller.user_id, caller.user_name.as_str()), (1, "jane"));
        }
    }

    #[tokio::test]
    async fn an_unknown_name_and_a_wrong_password_get_one_answer() {
        let house = House::with_users().await;
        for (name, password) in [("jane", "wrong-one"), ("ghost", PASSWORD), ("", PASSWORD)] {
            let refused = house.identity.authenticate(&basic(name, password)).await;
            let error = refused.unwrap_err();
            assert_eq!((error.status(), error.code()), (401, "Unauthorized"));
            assert_eq!(error.message(), "Invalid Username or Password");
        }
        assert_eq!(house.shelf.session_count(), 0);
    }

    #[tokio::test]
    async fn an_empty_password_or_a_made_up_session_proves_nothing() {
        let house = House::with_users().await;
        for nothing in [
            basic("jane", ""),
            cookie("made-up"),
            cookie(&"x".repeat(100_000)),
            cookie("\0\u{ffff}; drop table"),
            Credentials::default(),
        ] {
            assert_eq!(caller_of(&house, &nothing).await, None);
        }
    }

    #[tokio::test]
    async fn http_basic_starts_a_short_session() {
        let house = House::with_users().await;
        let first = house.identity.authenticate(&basic("jane", PASSWORD)).await;
        let first = first.unwrap().unwrap();
        let Some(SessionChange::Started {
            session_id,
            is_permanent: false,
            ..
        }) = first.session
        else {
            panic!("no session was started");
        };
        let by_cookie = caller_of(&house, &cookie(&session_id)).await;
        assert_eq!(
            by_cookie,
            Some(first.caller),
            "one session, with or without the cookie"
        );
        // With the cookie no further session is started.
        let both = Credentials {
            session_id: Some(session_id.clone()),
            ..basic("jane", PASSWORD)
        };
        let again = house.identity.authenticate(&both).await.unwrap().unwrap();
        assert!(again.session.is_none());
        assert_eq!(house.shelf.session_count(), 1);
        house.wait(Duration::from_secs(15 * 60));
        assert_eq!(caller_of(&house, &cookie(&session_id)).await, None);
    }

    #[tokio::test]
    async fn another_users_password_counts_before_a_session() {
        let house = House::with_users().await;
        let jane = session_of_jane(&house, false).await;
        let both = Credentials {
            session_id: Some(jane.clone()),
            ..basic("joe", PASSWORD)
        };
        let caller = caller_of(&house, &both).await.unwrap();
        assert_eq!(caller.user_name, "joe");
        assert_eq!(
            caller_of(&house, &cookie(&jane)).await,
            None,
            "joe's replaced it"
        );
        let wrong = Credentials {
            session_id: Some(jane),
            ..basic("joe", "wrong-one")
        };
        assert_eq!(
            house
                .identity
                .authenticate(&wrong)
                .await
                .unwrap_err()
                .status(),
            401
        );
    }

    #[tokio::test]
    async fn a_session_ends_after_its_time_however_much_it_is_used() {
        let house = House::with_users().await;
        const DAY: Duration = Duration::from_secs(24 * 60 * 60);
        for (is_permanent, days) in [(false, 14), (true, 28)] {
            let id = session_of_jane(&house, is_permanent).await;
            let credentials = match is_permanent {
                false => cookie(&id),
                true => Credentials {
                    permanent_session_id: Some(id.clone()),
                    is_permanent,
                    ..cookie("the temporary one")
                },
            };
            for _ in 1..days {
                house.wait(DAY);
                assert!(caller_of(&house, &credentials).await.is_some());
            }
            house.wait(DAY - Duration::from_secs(1));
            assert!(caller_of(&house, &credentials).await.is_some());
            house.wait(Duration::from_secs(1));
            assert_eq!(caller_of(&house, &credentials).await, None);
        }
    }

    #[tokio::test]
    async fn a_session_ends_with_the_password_that_it_was_started_with() {
        let house = House::with_users().await;
        let id = session_of_jane(&house, false).await;
        house
            .accounts
            .set_password("joe", "an0ther-one".into())
            .await
            .unwrap();
        assert!(caller_of(&house, &cookie(&id)).await.is_some());
        house
            .accounts
            .set_password("jane", PASSWORD.into())
            .await
            .unwrap();
        assert_eq!(caller_of(&house, &cookie(&id)).await, None);
    }

    #[tokio::test]
    async fn a_session_store_that_is_down_is_503_and_never_a_stranger() {
        let house = House::with_users().await;
        let id = session_of_jane(&house, false).await;
        *house.shelf.sessions_are_down.lock().unwrap() = true;
        for credentials in [cookie(&id), basic("jane", PASSWORD)] {
            let error = house.identity.authenticate(&credentials).await.unwrap_err();
            assert_eq!(error.status(), 503);
            assert!(
                error
                    .headers()
                    .iter()
                    .any(|(name, _)| *name == "Retry-After")
            );
        }
    }
}

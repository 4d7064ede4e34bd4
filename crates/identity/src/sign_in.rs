use std::time::Duration;

use contract::SecretText;
use service::{Credentials, ServiceError, SessionChange};

use crate::session::new_session_id;
use crate::{Identity, PasswordError, Provider, Session, SessionKey, User};

/// A sign-in that took place.
#[derive(Debug)]
pub(crate) struct SignedIn {
    /// Who signed in.
    pub(crate) user: User,
    /// The id of the active session.
    pub(crate) session_id: String,
    /// What the client is to do with its cookies.
    pub(crate) change: SessionChange,
}

impl Identity {
    /// The user of that name (or e-mail address) and password.
    ///
    /// # Errors
    /// 401 `Unauthorized`, the same for an unknown name and a wrong password; 401
    /// `AuthenticationException` for the right password of a locked user; 503 if the store
    /// does not answer or too many sign in at once.
    pub(crate) async fn check_password(
        &self,
        name: &str,
        password: SecretText,
    ) -> Result<User, ServiceError> {
        let user = self.users.user_by_name(name).await?;
        let hash = user.as_ref().map(|user| user.password_hash.as_str());
        let matches = self.passwords.verify(password, hash).await;
        let matches = matches.map_err(|fault| match fault {
            PasswordError::Busy => {
                let message = "Too many sign-ins at the moment; try again";
                ServiceError::unavailable(message, Duration::from_secs(1)).with_cause(fault)
            }
            other => ServiceError::internal(other),
        })?;
        match user.filter(|_| matches) {
            Some(user) if user.is_locked => Err(locked()),
            Some(user) => Ok(user),
            None => Err(ServiceError::new(
                "Unauthorized",
                "Invalid Username or Password",
            )),
        }
    }

    /// Starts a session with ids of its own, whatever the client brought, and then ends the one
    /// that the client had.
    ///
    /// # Errors
    /// 503 if the store does not answer.
    pub(crate) async fn sign_in(
        &self,
        user: User,
        provider: Provider,
        is_permanent: bool,
        earlier: &Credentials,
    ) -> Result<SignedIn, ServiceError> {
        let new_id = || new_session_id(&self.environment).map_err(ServiceError::internal);
        let (temporary, permanent) = (new_id()?, new_id()?);
        let session_id = match (provider, is_permanent) {
            (Provider::Credentials, true) => &permanent,
            (Provider::Basic, _) | (Provider::Credentials, false) => &temporary,
        };
        let lifetime = self.lifetimes.of(provider, is_permanent);
        let now = self.environment.now();
        let session = Session {
            user_id: user.id,
            provider,
            stamp: user.stamp(),
            is_permanent,
            started: now,
        };
        self.sessions
            .put(&SessionKey::of(session_id), &session, lifetime, now)
            .await?;
        self.end_session(earlier).await?;
        Ok(SignedIn {
            user,
            session_id: session_id.clone(),
            change: SessionChange::Started {
                session_id: temporary,
                permanent_session_id: permanent,
                is_permanent,
                forgets_tokens: self.tokens.is_some(),
            },
        })
    }
}

/// Only whoever proves to be that user learns of it.
pub(crate) fn locked() -> ServiceError {
    ServiceError::new("AuthenticationException", "This account has been locked")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{House, PASSWORD, cookie};
    use service::Authenticator;

    async fn sign_in(house: &House, is_permanent: bool, earlier: &Credentials) -> SignedIn {
        let identity = &house.identity;
        let user = identity
            .check_password("jane", PASSWORD.into())
            .await
            .unwrap();
        let signed_in = identity.sign_in(user, Provider::Credentials, is_permanent, earlier);
        signed_in.await.unwrap()
    }

    async fn is_somebody(house: &House, session_id: &str) -> bool {
        let found = house.identity.authenticate(&cookie(session_id)).await;
        found.unwrap().is_some()
    }

    #[tokio::test]
    async fn signing_in_never_takes_over_the_id_that_the_client_brought() {
        let house = House::with_users().await;
        let planted = cookie("planted-by-an-attacker");
        let signed_in = sign_in(&house, false, &planted).await;
        assert_ne!(signed_in.session_id, "planted-by-an-attacker");
        assert!(!is_somebody(&house, "planted-by-an-attacker").await);
        assert!(is_somebody(&house, &signed_in.session_id).await);
    }

    #[tokio::test]
    async fn signing_in_again_ends_the_earlier_session() {
        let house = House::with_users().await;
        let first = sign_in(&house, false, &Credentials::default()).await;
        let second = sign_in(&house, false, &cookie(&first.session_id)).await;
        assert!(!is_somebody(&house, &first.session_id).await);
        assert!(is_somebody(&house, &second.session_id).await);
        assert_eq!(house.shelf.session_count(), 1);
    }

    #[tokio::test]
    async fn remember_me_makes_the_permanent_id_the_active_one() {
        let house = House::with_users().await;
        for wanted in [false, true] {
            let signed_in = sign_in(&house, wanted, &Credentials::default()).await;
            let SessionChange::Started {
                session_id,
                permanent_session_id,
                is_permanent,
                ..
            } = signed_in.change
            else {
                panic!("a sign-in starts a session");
            };
            assert_eq!(is_permanent, wanted);
            let active = if wanted {
                &permanent_session_id
            } else {
                &session_id
            };
            assert_eq!(active, &signed_in.session_id);
            for id in [&session_id, &permanent_session_id] {
                assert_eq!(id.len(), 20);
                assert_eq!(is_somebody(&house, id).await, id == active);
            }
        }
    }

    #[tokio::test]
    async fn signing_out_ends_the_session_or_says_that_it_could_not() {
        let house = House::with_users().await;
        let id = sign_in(&house, false, &Credentials::default())
            .await
            .session_id;
        *house.shelf.sessions_are_down.lock().unwrap() = true;
        let failed = house.identity.sign_out(&cookie(&id)).await;
        assert_eq!(failed.unwrap_err().status(), 503);
        *house.shelf.sessions_are_down.lock().unwrap() = false;
        house.identity.sign_out(&cookie(&id)).await.unwrap();
        assert!(!is_somebody(&house, &id).await);
        house.identity.sign_out(&cookie(&id)).await.unwrap();
    }
}

use service::{Caller, Credentials, ServiceError, SessionChange};
use zeroize::Zeroizing;

use crate::session::new_session_id;
use crate::{Identity, Session, SessionKey, User};

/// A sign-in that took place.
#[derive(Debug)]
pub struct SignedIn {
    /// Who signed in.
    pub user: User,
    /// The id of the active session.
    pub session_id: String,
    /// What the client is to do with its cookies.
    pub change: SessionChange,
}

impl Identity {
    /// The user of that name (or e-mail address) and password.
    ///
    /// # Errors
    /// 401 `Unauthorized`, the same for an unknown name and a wrong password; 503 if the store
    /// does not answer.
    pub async fn check_password(
        &self,
        name: &str,
        password: Zeroizing<String>,
    ) -> Result<User, ServiceError> {
        let user = self.users.user_by_name(name).await?;
        let hash = user.as_ref().map(|user| user.password_hash.as_str());
        let matches = self
            .passwords
            .verify(password, hash)
            .await
            .map_err(ServiceError::internal)?;
        let user = user.filter(|_| matches);
        user.ok_or_else(|| ServiceError::new("Unauthorized", "Invalid Username or Password"))
    }

    /// Starts a session for a user, and ends the one that the client had.
    ///
    /// # Errors
    /// 503 if the store does not answer.
    pub async fn sign_in(
        &self,
        user: User,
        is_permanent: bool,
        earlier: &Credentials,
    ) -> Result<SignedIn, ServiceError> {
        self.end_session(earlier).await?;
        let new_id = || new_session_id(&self.environment).map_err(ServiceError::internal);
        let (temporary, permanent) = (new_id()?, new_id()?);
        let now = self.environment.now();
        let (session_id, lifetime) = if is_permanent {
            (permanent.clone(), self.lifetimes.permanent)
        } else {
            (temporary.clone(), self.lifetimes.temporary)
        };
        let session = Session {
            user_id: user.id,
            is_permanent,
            started: now,
        };
        self.sessions
            .put(&SessionKey::of(&session_id), &session, lifetime, now)
            .await?;
        let change = SessionChange::Started {
            session_id: temporary,
            permanent_session_id: permanent,
            is_permanent,
        };
        Ok(SignedIn {
            user,
            session_id,
            change,
        })
    }

    /// Ends the sessions that the credentials name.
    ///
    /// # Errors
    /// 503 if the store does not answer: the client must not believe that it is signed out.
    pub async fn end_session(&self, credentials: &Credentials) -> Result<(), ServiceError> {
        let ids = [&credentials.session_id, &credentials.permanent_session_id];
        for id in ids.into_iter().flatten() {
            self.sessions.remove(&SessionKey::of(id)).await?;
        }
        Ok(())
    }

    /// The caller that a user is, by what tells one session from another.
    pub(crate) fn caller(user: &User, session: String) -> Caller {
        Caller {
            user_id: user.id,
            user_name: user.user_name.clone(),
            display_name: user.shown_name().to_owned(),
            email: user.email.clone(),
            roles: user.roles.clone(),
            session,
        }
    }
}

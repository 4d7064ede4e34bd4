//! A first start, with no users yet, makes a login so that there is something to try.

use std::io::Write;
use std::net::SocketAddr;

use dto::OrganisationId;
use identity::NewUser;
use secrecy::ExposeSecret;

use super::{FirstLogin, print_login};
use crate::cli::Failure;
use crate::{Application, password_from, random_bytes};

const USER: &str = "admin";
const ORGANISATION: &str = "default";

/// Makes the user `admin` in the organisation `default`, if there is no user at all. The password is printed
/// first: were it made and then lost, nobody could sign in.
pub(super) async fn make_login(
    application: &Application,
    issuer: &str,
    out: &mut dyn Write,
    address: SocketAddr,
) -> Result<(), Failure> {
    let failed =
        |error: identity::AccountError| Failure::because("cannot make the first login", &error);
    let accounts = application.accounts();
    if !accounts.users().await.map_err(failed)?.is_empty() {
        return Ok(());
    }
    let id: OrganisationId = ORGANISATION
        .parse()
        .map_err(|error| Failure::because("the first organisation", &error))?;
    let bytes =
        random_bytes().map_err(|error| Failure::because("cannot make a password", &error))?;
    let login = FirstLogin {
        user: USER,
        organisation: ORGANISATION,
        password: password_from(&bytes),
    };
    print_login(out, address, &login).map_err(|error| {
        Failure::because(
            "the first login was not made, for its password cannot be shown",
            &error,
        )
    })?;
    let known = accounts.organisations().await.map_err(failed)?;
    if !known.iter().any(|organisation| organisation.id == id) {
        let issuer = Some(issuer.to_owned());
        accounts
            .add_organisation(ORGANISATION, "Default".to_owned(), issuer)
            .await
            .map_err(failed)?;
    }
    let user = NewUser {
        user_name: USER.to_owned(),
        email: None,
        display_name: None,
        roles: vec!["Admin".to_owned()],
        password_hash: String::new(),
        organisations: vec![id],
    };
    let typed = login.password.expose_secret().into();
    accounts.add_user(user, typed).await.map_err(failed)?;
    Ok(())
}

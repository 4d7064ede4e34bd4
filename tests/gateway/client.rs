//! A caller that writes its requests by hand.

use conformance::RunningGateway;
use data_encoding::BASE64;
use ureq::http::{Request, Response};

/// The first operation's own route.
pub(crate) const ROUTE: &str = "/users/2fa/generate-key";

/// Somebody who sends headers that prove who it is, or nobody.
pub(crate) struct Client {
    base: String,
    headers: Vec<(&'static str, String)>,
    agent: ureq::Agent,
}

/// An answer, read to its end.
pub(crate) struct Answer {
    response: Response<String>,
}

impl Client {
    pub(crate) fn nobody(gateway: &RunningGateway) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            // An answer that never comes fails the test instead of holding it up.
            .timeout_global(Some(std::time::Duration::from_secs(30)))
            .build()
            .into();
        Self {
            base: gateway.base().to_owned(),
            headers: Vec::new(),
            agent,
        }
    }

    pub(crate) fn user(gateway: &RunningGateway, name: &str, password: &str) -> Self {
        let text = BASE64.encode(format!("{name}:{password}").as_bytes());
        Self {
            headers: vec![("Authorization", format!("Basic {text}"))],
            ..Self::nobody(gateway)
        }
    }

    pub(crate) fn admin(gateway: &RunningGateway) -> Self {
        Self::user(gateway, "admin", gateway.admin_password())
    }

    pub(crate) fn session(gateway: &RunningGateway, id: &str) -> Self {
        Self::with_cookies(gateway, &format!("ss-id={id}"))
    }

    /// Somebody who sends that header.
    pub(crate) fn with(gateway: &RunningGateway, name: &'static str, value: &str) -> Self {
        Self::nobody(gateway).and(name, value)
    }

    /// The same who sends that header too.
    pub(crate) fn and(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    pub(crate) fn bearer(gateway: &RunningGateway, token: &str) -> Self {
        Self::with(gateway, "Authorization", &format!("Bearer {token}"))
    }

    pub(crate) fn with_cookies(gateway: &RunningGateway, cookies: &str) -> Self {
        Self::with(gateway, "Cookie", cookies)
    }

    /// Sends `body` as `content_type`, which is also what it accepts.
    pub(crate) fn send(&self, verb: &str, path: &str, content_type: &str, body: &str) -> Answer {
        self.send_accepting(verb, path, content_type, content_type, body)
    }

    pub(crate) fn send_accepting(
        &self,
        verb: &str,
        path: &str,
        content_type: &str,
        accept: &str,
        body: &str,
    ) -> Answer {
        let mut request = Request::builder()
            .method(verb)
            .uri(format!("{}{path}", self.base))
            .header("Content-Type", content_type)
            .header("Accept", accept);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let response = self
            .agent
            .run(request.body(body.to_owned()).unwrap())
            .unwrap();
        let (parts, mut body) = response.into_parts();
        let text = body.read_to_string().unwrap();
        Answer {
            response: Response::from_parts(parts, text),
        }
    }

    /// The JSON form of the first operation on its route.
    pub(crate) fn generate_key(&self, body: &str) -> Answer {
        self.send("PUT", ROUTE, "application/json", body)
    }
}

impl Answer {
    pub(crate) fn status(&self) -> u16 {
        self.response.status().as_u16()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.response
            .headers()
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The values of a header that may come more than once.
    pub(crate) fn headers(&self, name: &str) -> Vec<&str> {
        let values = self.response.headers().get_all(name).iter();
        values.map(|value| value.to_str().unwrap()).collect()
    }

    pub(crate) fn text(&self) -> &str {
        self.response.body()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(self.text()).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub(crate) fn error_code(&self) -> String {
        self.json()["responseStatus"]["errorCode"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Status, code and message of a JSON error.
    pub(crate) fn refusal(&self) -> (u16, String, String) {
        let status = &self.json()["responseStatus"];
        let text = |name: &str| status[name].as_str().unwrap_or_default().to_owned();
        (self.status(), text("errorCode"), text("message"))
    }

    /// The provisioning URI of a JSON answer.
    pub(crate) fn uri(&self) -> String {
        assert_eq!(self.status(), 200, "{}", self.text());
        self.json()["twoFactorUri"].as_str().unwrap().to_owned()
    }
}

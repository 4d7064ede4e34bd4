//! Somebody who reads descriptions.

use data_encoding::BASE64;
use serde_json::Value;

/// Gets documents from one host, with the headers that it was given.
pub(crate) struct Reader {
    base: String,
    headers: Vec<(&'static str, String)>,
    agent: ureq::Agent,
}

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: String,
    pub(crate) body: String,
    headers: ureq::http::HeaderMap,
}

impl Reader {
    pub(crate) fn of(base: &str) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .build()
            .into();
        Self {
            base: base.to_owned(),
            headers: Vec::new(),
            agent,
        }
    }

    /// The same, with that header.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// The same, by HTTP Basic.
    pub(crate) fn named(self, user: &str) -> Self {
        let text = BASE64.encode(format!("{user}:secret").as_bytes());
        self.with("Authorization", &format!("Basic {text}"))
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        let mut request = self.agent.get(format!("{}{path}", self.base));
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let mut response = request.call().unwrap();
        let headers = response.headers().clone();
        let content_type = headers.get("content-type");
        let content_type = content_type.map(|value| value.to_str().unwrap().to_owned());
        Answer {
            status: response.status().as_u16(),
            content_type: content_type.unwrap_or_default(),
            body: response.body_mut().read_to_string().unwrap(),
            headers,
        }
    }

    /// A document that has to be there.
    pub(crate) fn json(&self, path: &str) -> Value {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).map(|value| value.to_str().unwrap());
        value.unwrap_or_default()
    }
}

/// The texts of `member` of every object in a list.
pub(crate) fn each<'a>(list: &'a Value, member: &str) -> Vec<&'a str> {
    let list = list.as_array().unwrap().iter();
    list.map(|entry| entry[member].as_str().unwrap()).collect()
}

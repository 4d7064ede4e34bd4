//! Values in the image of the JSON world's usual benchmarks, made by arithmetic: the same on every
//! run, and no files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A linear congruential generator (Knuth's MMIX constants).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// Words with a comma, a colon or another script among them now and then.
    fn sentence(&mut self, words: u64) -> String {
        const WORDS: [&str; 16] = [
            "the",
            "quick",
            "release",
            "server",
            "of",
            "gateway,",
            "and",
            "ready:",
            "日本語",
            "café",
            "for",
            "everybody",
            "who",
            "reads",
            "these",
            "lines",
        ];
        let word = |random: &mut Self| WORDS[usize::try_from(random.below(16)).unwrap_or(0)];
        (0..words).map(|_| word(self)).collect::<Vec<_>>().join(" ")
    }

    fn name(&mut self) -> String {
        format!("user_{:x}", self.next())
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Tweets<S> {
    statuses: Vec<Status<S>>,
}

#[derive(Serialize, Deserialize)]
struct Status<S> {
    created_at: S,
    id: u64,
    id_str: S,
    text: S,
    source: S,
    truncated: bool,
    in_reply_to_screen_name: Option<S>,
    user: User<S>,
    retweet_count: u32,
    hashtags: Vec<S>,
    lang: S,
}

#[derive(Serialize, Deserialize)]
struct User<S> {
    id: u64,
    name: S,
    screen_name: S,
    location: S,
    description: S,
    url: Option<S>,
    followers_count: u32,
    friends_count: u32,
    created_at: S,
    verified: bool,
    profile_image_url: S,
    profile_background_color: S,
    following: bool,
}

pub(crate) fn tweets() -> Tweets<String> {
    let mut random = Random(1);
    let statuses = (0..400).map(|_| status(&mut random)).collect();
    Tweets { statuses }
}

fn status(random: &mut Random) -> Status<String> {
    let id = 505_874_900_000_000_000 + random.next();
    Status {
        created_at: "Sun Aug 31 00:29:15 +0000 2014".into(),
        id,
        id_str: id.to_string(),
        text: random.sentence(18),
        source:
            "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>"
                .into(),
        truncated: random.below(2) == 0,
        in_reply_to_screen_name: (random.below(3) == 0).then(|| random.name()),
        user: User {
            id: random.next(),
            name: random.sentence(2),
            screen_name: random.name(),
            location: random.sentence(1),
            description: random.sentence(24),
            url: (random.below(2) == 0).then(|| format!("http://t.co/{:x}", random.next())),
            followers_count: u32::try_from(random.below(100_000)).unwrap_or(0),
            friends_count: u32::try_from(random.below(10_000)).unwrap_or(0),
            created_at: "Fri Mar 16 11:16:59 +0000 2012".into(),
            verified: random.below(9) == 0,
            profile_image_url: format!(
                "http://pbs.twimg.com/profile_images/{}/normal.jpeg",
                random.next()
            ),
            profile_background_color: "C0DEED".into(),
            following: false,
        },
        retweet_count: u32::try_from(random.below(1000)).unwrap_or(0),
        hashtags: (0..random.below(3)).map(|_| random.name()).collect(),
        lang: "ja".into(),
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Geometry {
    kind: String,
    coordinates: Vec<Vec<Vec<f64>>>,
}

pub(crate) fn coordinates() -> Geometry {
    let mut random = Random(2);
    let mut degrees = |range: f64| (random.below(1_000_000_000) as f64 / 1e9 - 0.5) * range;
    let mut point = || {
        // As many digits as the original has: six behind the point, or fifteen in all.
        let (x, y) = (degrees(360.0), degrees(180.0));
        if x > 0.0 {
            vec![(x * 1e6).round() / 1e6, (y * 1e6).round() / 1e6]
        } else {
            vec![x, y]
        }
    };
    let ring = |point: &mut dyn FnMut() -> Vec<f64>| (0..50).map(|_| point()).collect();
    Geometry {
        kind: "Polygon".into(),
        coordinates: (0..200).map(|_| ring(&mut point)).collect(),
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Catalog<S> {
    area_names: BTreeMap<String, S>,
    events: BTreeMap<String, Event<S>>,
    performances: Vec<Performance<S>>,
}

#[derive(Serialize, Deserialize)]
struct Event<S> {
    description: Option<S>,
    id: u64,
    logo: Option<S>,
    name: S,
    sub_topic_ids: Vec<u64>,
    topic_ids: Vec<u64>,
}

#[derive(Serialize, Deserialize)]
struct Performance<S> {
    event_id: u64,
    id: u64,
    name: Option<S>,
    prices: Vec<Price>,
    seat_categories: Vec<SeatCategory>,
    start: u64,
    venue_code: S,
}

#[derive(Serialize, Deserialize)]
struct Price {
    amount: u32,
    audience_sub_category_id: u64,
    seat_category_id: u64,
}

#[derive(Serialize, Deserialize)]
struct SeatCategory {
    areas: Vec<Area>,
    seat_category_id: u64,
}

#[derive(Serialize, Deserialize)]
struct Area {
    area_id: u64,
    block_ids: Vec<u64>,
}

pub(crate) fn catalog() -> Catalog<String> {
    let mut random = Random(3);
    let id = |random: &mut Random| 205_700_000 + random.below(9_000_000);
    Catalog {
        area_names: (0..20)
            .map(|_| (id(&mut random).to_string(), random.sentence(3)))
            .collect(),
        events: (0..180)
            .map(|_| {
                let event = Event {
                    description: None,
                    id: id(&mut random),
                    logo: (random.below(2) == 0)
                        .then(|| format!("/images/UE0AAAAACEKo{}QAAAAVDSVRN", random.below(9))),
                    name: random.sentence(4),
                    sub_topic_ids: (0..4).map(|_| id(&mut random)).collect(),
                    topic_ids: (0..3).map(|_| id(&mut random)).collect(),
                };
                (event.id.to_string(), event)
            })
            .collect(),
        performances: (0..240).map(|_| performance(&mut random, id)).collect(),
    }
}

fn performance(random: &mut Random, id: fn(&mut Random) -> u64) -> Performance<String> {
    Performance {
        event_id: id(random),
        id: id(random),
        name: None,
        prices: (0..4)
            .map(|_| Price {
                amount: 10_000 + 250 * u32::try_from(random.below(200)).unwrap_or(0),
                audience_sub_category_id: 337_100_890,
                seat_category_id: id(random),
            })
            .collect(),
        seat_categories: (0..4)
            .map(|_| SeatCategory {
                areas: (0..random.below(9))
                    .map(|_| Area {
                        area_id: id(random),
                        block_ids: Vec::new(),
                    })
                    .collect(),
                seat_category_id: id(random),
            })
            .collect(),
        start: 1_372_701_600_000 + random.next(),
        venue_code: "PLEYEL_PLEYEL".into(),
    }
}

/// The request and the response of `PUT /users/2fa/generate-key`.
#[derive(Serialize, Deserialize)]
pub(crate) struct GenerateKey<S> {
    request: GenerateKeyRequest<S>,
    response: GenerateKeyResponse<S>,
}

#[derive(Serialize, Deserialize)]
struct GenerateKeyRequest<S> {
    organisation_id: S,
    version: Option<u32>,
}

#[derive(Serialize, Deserialize)]
struct GenerateKeyResponse<S> {
    key: S,
    qr_code_setup_image_url: S,
    manual_entry_key: S,
    response_status: Option<S>,
}

pub(crate) fn two_factor() -> GenerateKey<String> {
    GenerateKey {
        request: GenerateKeyRequest {
            organisation_id: "6d1f0b8c9a5e4d0f8b7a6c5d4e3f2a1b".into(),
            version: Some(1),
        },
        response: GenerateKeyResponse {
            key: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".into(),
            qr_code_setup_image_url: "otpauth://totp/Foundry:admin?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Foundry".into(),
            manual_entry_key: "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP".into(),
            response_status: None,
        },
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Node<S> {
    name: S,
    children: Vec<Node<S>>,
}

pub(crate) fn deep() -> Node<String> {
    let leaf = Node {
        name: "leaf".into(),
        children: Vec::new(),
    };
    (0..60).fold(leaf, |node, level| Node {
        name: format!("level {level}"),
        children: vec![node],
    })
}

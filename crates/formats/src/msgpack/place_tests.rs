//! Objects as lists of their values: MsgPack-Cli decides which value stands where.

use contract::Dto;

use super::decode;

/// No contract: the alphabet decides, over the base's members too, and no stated order counts.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
struct Ticket {
    #[dto(base)]
    base: Thing,
    title: Option<String>,
    #[dto(order = 1)]
    seat: i32,
    children: Option<Vec<Ticket>>,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
struct Thing {
    id: i32,
    #[dto(clr = "IDLetter")]
    letter: Option<String>,
    zone: Option<String>,
}

/// Every member states its place.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(data_contract)]
struct Placed {
    #[dto(base)]
    base: PlacedBase,
    #[dto(order = 4)]
    a: Option<String>,
    #[dto(order = 1)]
    z: i32,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(data_contract)]
struct PlacedBase {
    #[dto(order = 2)]
    m: Option<String>,
}

/// A contract that states no order: names on the wire decide.
#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(data_contract)]
struct Renamed {
    first: i32,
    #[dto(name = "about")]
    second: i32,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(data_contract)]
struct Mixed {
    #[dto(order = 9)]
    late: i32,
    stated: i32,
    #[dto(order = 3)]
    early: i32,
    another: i32,
}

#[derive(Debug, Clone, Default, PartialEq, Dto)]
#[dto(data_contract)]
struct Ambiguous {
    #[dto(order = 1)]
    a: i32,
    #[dto(order = 1)]
    b: i32,
}

#[test]
fn without_a_stated_order_the_alphabet_decides() {
    // Children, Id, IDLetter, Seat, Title, Zone; nil says nothing.
    let child = b"\x92\xc0\x08".as_slice();
    let bytes = [b"\x96\x91", child, b"\x07\xa1l\x05\xa1t\xa1z"].concat();
    let ticket: Ticket = decode(&bytes).unwrap();
    assert_eq!(
        (ticket.base.id, ticket.base.letter.as_deref()),
        (7, Some("l"))
    );
    assert_eq!(ticket.base.zone.as_deref(), Some("z"));
    assert_eq!((ticket.title.as_deref(), ticket.seat), (Some("t"), 5));
    let child = &ticket.children.unwrap()[0];
    assert_eq!((child.base.id, child.seat), (8, 0));
    let renamed: Renamed = decode(b"\x92\x01\x02").unwrap();
    assert_eq!((renamed.second, renamed.first), (1, 2));
}

#[test]
fn a_stated_order_is_the_place() {
    // Nothing stands at 0 and at 3; what does is no member's. A newer client sends one more.
    let placed: Placed = decode(b"\x96\xc0\x07\xa1m\x90\xa1a\x91\x01").unwrap();
    assert_eq!((placed.z, placed.a.as_deref()), (7, Some("a")));
    assert_eq!(placed.base.m.as_deref(), Some("m"));
    // Those without an order come first, and there are no gaps.
    let mixed: Mixed = decode(b"\x94\x01\x02\x03\x04").unwrap();
    let found = (mixed.stated, mixed.another, mixed.early, mixed.late);
    assert_eq!(found, (1, 2, 3, 4));
}

#[test]
fn lists_that_do_not_fit_are_refused() {
    for bad in [
        b"\x92\xc0".as_slice(),
        b"\x92\xc0\xa1x",
        b"\xdd\xff\xff\xff\xff",
    ] {
        assert!(decode::<Placed>(bad).is_err(), "{bad:?}");
    }
    let error = decode::<Ambiguous>(b"\x92\xc0\x01").unwrap_err();
    assert!(error.to_string().contains("Ambiguous"), "{error}");
    assert_eq!(decode::<Ambiguous>(b"\x82\xa1a\x01\xa1b\x02").unwrap().b, 2);
}

#[test]
fn a_number_as_a_key_is_no_place() {
    assert_eq!(
        decode::<Placed>(b"\x82\x01\x07\x02\xa1m").unwrap(),
        Placed::default()
    );
}

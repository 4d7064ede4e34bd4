use std::collections::BTreeSet;

use super::catalog::{Catalog, Role};
use super::declaration::Declaration;
use super::language::Order;

/// The chosen entries in the order of the language. The same description gives the same order.
pub(super) fn ordered(
    chosen: &BTreeSet<usize>,
    order: Order,
    catalog: &Catalog<'_>,
    declarations: &[Declaration<'_>],
) -> Vec<usize> {
    let mut indexes: Vec<usize> = chosen.iter().copied().collect();
    match order {
        // As .NET compares names of a culture: `IntEnum` before `ITenanted`.
        Order::Names => indexes.sort_by_cached_key(|&index| {
            let described = catalog.entries[index].described;
            (
                &described.namespace,
                described.name.to_lowercase(),
                &described.name,
            )
        }),
        Order::RequestsFirst => {
            indexes.sort_by_key(|&index| match catalog.entries[index].operation {
                Some(_) => Role::Marker,
                None if catalog.entries[index].role == Role::Response => Role::Type,
                None => Role::Request,
            })
        }
        Order::Dependencies | Order::Definitions => {
            indexes.sort_by_key(|&index| rank(index, catalog, chosen, declarations));
            let mut walk = Walk {
                with_interfaces: order == Order::Definitions,
                chosen,
                declarations,
                ordered: Vec::new(),
                met: BTreeSet::new(),
            };
            for index in indexes {
                walk.visit(index);
            }
            return walk.ordered;
        }
    }
    indexes
}

/// Interfaces of ServiceStack by where they are first implemented, with those that say what an
/// operation answers before them; then types, responses and requests.
fn rank(
    index: usize,
    catalog: &Catalog<'_>,
    chosen: &BTreeSet<usize>,
    declarations: &[Declaration<'_>],
) -> (Role, usize) {
    let role = catalog.entries[index].role;
    let declaration = &declarations[index];
    if role != Role::Marker || declaration.is_return_marker() || declaration.is_void_marker() {
        return (role, 0);
    }
    let first = chosen.iter().position(|&user| {
        let mut uses = false;
        for interface in &declarations[user].interfaces {
            interface.each_named(&mut |named| uses |= named.entry == index);
        }
        uses
    });
    (role, first.map_or(usize::MAX, |first| first + 1))
}

struct Walk<'a, 'b> {
    with_interfaces: bool,
    chosen: &'b BTreeSet<usize>,
    declarations: &'b [Declaration<'a>],
    ordered: Vec<usize>,
    met: BTreeSet<usize>,
}

impl Walk<'_, '_> {
    /// Adds what a type needs and then the type. A circle is cut where it closes.
    fn visit(&mut self, index: usize) {
        if !self.chosen.contains(&index) || !self.met.insert(index) {
            return;
        }
        let declaration = &self.declarations[index];
        let mut needed = Vec::new();
        let properties = declaration.properties.iter().map(|property| &property.kind);
        let interfaces = declaration
            .interfaces
            .iter()
            .filter(|_| self.with_interfaces);
        for kind in declaration.base.iter().chain(interfaces).chain(properties) {
            kind.each_named(&mut |named| needed.push(named.entry));
        }
        for needed in needed {
            self.visit(needed);
        }
        self.ordered.push(index);
    }
}

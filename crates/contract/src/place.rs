use crate::{Dto, PropertyDescriptor};

/// The member at each place of an object that is a list of its values; `None` is a place that
/// holds nothing.
pub(crate) type Places = Vec<Option<usize>>;

/// Where MsgPack-Cli puts the members of `T`, by their index; `None` if two claim one place, which
/// it refuses to write.
///
/// It heeds `[DataMember]` only of a `[DataContract]`. Where no order is stated names decide, as the
/// alphabet has them; where every member states one, that is its place, from 0; else those without
/// come first, as they are declared, and the others follow without gaps.
pub(crate) fn places<T: Dto>() -> Option<Places> {
    let is_contract = T::descriptor().data_contract.is_some();
    let properties = T::properties();
    let order = |index: usize| order_of(properties[index]).filter(|_| is_contract);
    let mut indices: Vec<usize> = (0..properties.len()).collect();
    if indices.iter().all(|index| order(*index).is_none()) {
        indices.sort_by_cached_key(|index| sort_key(properties[*index], is_contract));
        return Some(indices.into_iter().map(Some).collect());
    }
    indices.sort_by_key(|index| order(*index));
    if indices.iter().any(|index| order(*index).is_none()) {
        return Some(indices.into_iter().map(Some).collect());
    }
    let mut places = Places::new();
    for index in indices {
        let place = order(index).and_then(|order| usize::try_from(order).ok())?;
        // An order far away would be a list that nobody sends.
        if place < places.len() || place > MAX_PLACE {
            return None;
        }
        places.resize(place, None);
        places.push(Some(index));
    }
    Some(places)
}

/// Highest place that counts.
const MAX_PLACE: usize = 1_000;

/// .NET takes -1 for none.
fn order_of(property: &PropertyDescriptor) -> Option<i32> {
    let order = property.data_member.as_ref()?.order?;
    (order >= 0).then_some(order)
}

/// .NET compares names as people do: case counts for nothing where a letter differs, and `_` comes
/// before letters and digits.
fn sort_key(property: &PropertyDescriptor, is_contract: bool) -> String {
    let name = if is_contract {
        property.wire_name()
    } else {
        property.name
    };
    name.to_ascii_lowercase().replace('_', " ")
}

//! The collections of .NET by what they are on the wire.

/// Written as lists.
pub(super) const LISTS: [&str; 17] = [
    "List",
    "IList",
    "ICollection",
    "IEnumerable",
    "IReadOnlyList",
    "IReadOnlyCollection",
    "Collection",
    "ObservableCollection",
    "Queue",
    "Stack",
    "LinkedList",
    "ConcurrentBag",
    "ConcurrentQueue",
    "ImmutableList",
    "ImmutableArray",
    "ArrayList",
    "Array",
];

/// Written as objects.
pub(super) const MAPS: [&str; 8] = [
    "Dictionary",
    "IDictionary",
    "SortedDictionary",
    "ConcurrentDictionary",
    "IReadOnlyDictionary",
    "SortedList",
    "OrderedDictionary",
    "Hashtable",
];
